// frame: read
import { pending as $pending, functionPoll as $functionPoll, canPoll as $canPoll, awaitValue as $await, suspend as $suspend, take as $take, traitFunction as $traitFunction } from "boxless/internal";
/** Async functions declared in a `case`: every clause sees them, the value that is switched on does not. */
import { asyncTrait } from 'boxless';
export const open = (name: string): unknown => name;
export function reader(kind: number): unknown {
    choose: {
        const $switch = kind;
        {
            /** @asyncTrait */
            let read = /* @__PURE__ */ $traitFunction("read", { length: 1 }, $m => [
                function ($d, name) {
                    var $p, $t;
                    if (($t = typeof open === "function" && $canPoll($p = open[$functionPoll], $d) ? $p($d, name) : $await(open(name), void 0, $p)) === $pending)
                        return $suspend(void 0, this, $m, 1);
                    return $t;
                },
                function ($f, name) {
                    var $p, $t;
                    if (typeof $f === "number") {
                        if (($t = typeof open === "function" && $canPoll($p = open[$functionPoll], $f) ? $p($f, name) : $await(open(name), void 0, $p)) === $pending)
                            return $suspend(void 0, this, $m, 1);
                    }
                    else {
                        $t = $take($f);
                    }
                    return $t;
                }
            ]);
            switch ($switch) {
                case 0:
                    return read;
                // stands below
                default:
                    if (kind > 9)
                        break choose;
                    return read('x');
            }
        }
    }
    return asyncTrait;
}
