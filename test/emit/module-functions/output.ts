// frame: load
// frame: <anonymous>
import { startDeclared as $startDeclared, adopt as $adopt, declaredFunction as $declaredFunction, pending as $pending_, functionPoll as $functionPoll_, canPoll as $canPoll_, awaitValue as $await, suspend as $suspend, take as $take_ } from "boxless/internal";
// Modules that import one another see a function before the module that declares it has begun.
import { asyncTrait } from 'boxless';
/** @asyncTrait */
export function load(key) {
    return $startDeclared($load ??= $loadMethod(), new.target, this, arguments);
}
function $loadMethod() {
    return $declaredFunction(load, "load", { length: 1 }, $m => [
        function ($d, key, ...more) {
            var $h;
            return ($h = key?.then) ? $adopt(key, $h) : key;
        },
        function ($f, key, ...more) {
            var $h;
            return ($h = key?.then) ? $adopt(key, $h) : key;
        }
    ]);
}
var $load = $load ?? /* @__PURE__ */ $loadMethod();
/** @asyncTrait */
export default function $default() {
    return $startDeclared($default_2 ??= $defaultMethod(), new.target, this, arguments);
}
function $defaultMethod() {
    var $pending = $pending_, $functionPoll = $functionPoll_, $canPoll = $canPoll_, $take = $take_;
    return $declaredFunction($default, "default", { length: 0 }, $m => [
        function ($d) {
            var $p, $t, $r, $h, $1;
            $1 = asyncTrait;
            if (($t = typeof load === "function" && $canPoll($p = load[$functionPoll], $d) ? $p($d, 'x') : $await(load('x'), void 0, $p)) === $pending)
                return $suspend(void 0, this, $m, 1, $1);
            return ($h = ($r = [$1, $t])?.then) ? $adopt($r, $h) : $r;
        },
        function ($f) {
            var $p, $t, $r, $h, $1;
            if (typeof $f === "number") {
                $1 = asyncTrait;
                if (($t = typeof load === "function" && $canPoll($p = load[$functionPoll], $f) ? $p($f, 'x') : $await(load('x'), void 0, $p)) === $pending)
                    return $suspend(void 0, this, $m, 1, $1);
            }
            else {
                $1 = $f.s0;
                $t = $take($f);
            }
            return ($h = ($r = [$1, $t])?.then) ? $adopt($r, $h) : $r;
        }
    ]);
}
var $default_2 = $default_2 ?? /* @__PURE__ */ $defaultMethod();
