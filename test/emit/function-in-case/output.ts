// frame: read
// frame: waiting
// frame: read
import { pending as $pending_, functionPoll as $functionPoll_, canPoll as $canPoll_, awaitValue as $await, suspend as $suspend, take as $take_, traitFunction as $traitFunction, adopt as $adopt } from "boxless/internal";
const $pending = $pending_, $functionPoll = $functionPoll_, $canPoll = $canPoll_, $take = $take_;
/** Async functions declared in a `case`: every clause sees them, the value that is switched on does not. */
import { asyncTrait } from 'boxless';
export const open = (name: string): unknown => name;
export function reader(kind: number): unknown {
    choose: switch (kind) {
        case (
        /** @asyncTrait */
        read = /* @__PURE__ */ $traitFunction("read", { length: 1 }, $m => [
            function ($d, name) {
                var $p, $t;
                if (($t = typeof open === "function" && $canPoll_($p = open[$functionPoll_], $d) ? $p($d, name) : $await(open(name), void 0, $p)) === $pending_)
                    return $suspend(void 0, this, $m, 1);
                return $t;
            },
            function ($f, name) {
                var $p, $t;
                if (typeof $f === "number") {
                    if (($t = typeof open === "function" && $canPoll_($p = open[$functionPoll_], $f) ? $p($f, name) : $await(open(name), void 0, $p)) === $pending_)
                        return $suspend(void 0, this, $m, 1);
                }
                else {
                    $t = $take_($f);
                }
                return $t;
            }
        ]), {}): function* read() { }
        case 0:
            return read;
        // stands below
        default:
            if (kind > 9)
                break choose;
            return read('x');
    }
    return asyncTrait;
}
/** @asyncTrait */
export const waiting = /* @__PURE__ */ $traitFunction("waiting", { length: 1 }, $m => [
    ($d, kind) => {
        var $p, $t, $h, $1;
        if (($t = typeof open === "function" && $canPoll($p = open[$functionPoll], $d) ? $p($d, 'kind') : $await(open('kind'), void 0, $p)) === $pending)
            return $suspend(void 0, this, $m, 1, kind);
        switch ($t) {
            case (read = /* @__PURE__ */ $traitFunction("read", { length: 0 }, $m => [
                function ($d) {
                    var $r, $h;
                    return ($h = ($r = name)?.then) ? $adopt($r, $h) : $r;
                },
                function ($f) {
                    var $r, $h;
                    return ($h = ($r = name)?.then) ? $adopt($r, $h) : $r;
                }
            ]), {}): function* read() { }
            case kind:
                const name = 'x';
                return ($h = read?.then) ? $adopt(read, $h) : read;
        }
        return undefined;
    },
    ($f, kind) => {
        var $p, $t, $h, $1;
        if (typeof $f === "number") {
            if (($t = typeof open === "function" && $canPoll($p = open[$functionPoll], $f) ? $p($f, 'kind') : $await(open('kind'), void 0, $p)) === $pending)
                return $suspend(void 0, this, $m, 1, kind);
        }
        else {
            kind = $f.s0;
            $t = $take($f);
        }
        switch ($t) {
            case (read = /* @__PURE__ */ $traitFunction("read", { length: 0 }, $m => [
                function ($d) {
                    var $r, $h;
                    return ($h = ($r = name)?.then) ? $adopt($r, $h) : $r;
                },
                function ($f) {
                    var $r, $h;
                    return ($h = ($r = name)?.then) ? $adopt($r, $h) : $r;
                }
            ]), {}): function* read() { }
            case kind:
                const name = 'x';
                return ($h = read?.then) ? $adopt(read, $h) : read;
        }
        return undefined;
    }
]);
