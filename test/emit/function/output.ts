// frame: load
// frame: read
// frame: get
var { pending: $pending, functionPoll: $functionPoll, canPoll: $canPoll, awaitValue: $await, suspend: $suspend, take: $take, traitFunction: $traitFunction, adopt: $adopt } = require("boxless/internal");
// Functions that no prototype leads to: their polls hang on the function objects.
/** @asyncTrait */
var load = /* @__PURE__ */ $traitFunction("load", { length: 1 }, $m => [
    function ($d, key) {
        var $p, $t;
        if (($t = typeof read === "function" && $canPoll($p = read[$functionPoll], $d) ? $p($d, key) : $await(read(key), void 0, $p)) === $pending)
            return $suspend(void 0, this, $m, 1);
        return $t + '!';
    },
    function ($f, key) {
        var $p, $t;
        if (typeof $f === "number") {
            if (($t = typeof read === "function" && $canPoll($p = read[$functionPoll], $f) ? $p($f, key) : $await(read(key), void 0, $p)) === $pending)
                return $suspend(void 0, this, $m, 1);
        }
        else {
            $t = $take($f);
        }
        return $t + '!';
    }
]);
/** @asyncTrait */
const read = /* @__PURE__ */ $traitFunction("read", { length: 1 }, $m => [
    ($d, key) => {
        var $h;
        return ($h = key?.then) ? $adopt(key, $h) : key;
    },
    ($f, key) => {
        var $h;
        return ($h = key?.then) ? $adopt(key, $h) : key;
    }
]);
const store = {
    /** @asyncTrait */
    get: /* @__PURE__ */ $traitFunction("get", { length: 1 }, $m => [
        function ($d, key) {
            var $p, $t;
            if (($t = typeof load === "function" && $canPoll($p = load[$functionPoll], $d) ? $p($d, key) : $await(load(key), void 0, $p)) === $pending)
                return $suspend(void 0, this, $m, 1);
            return $t;
        },
        function ($f, key) {
            var $p, $t;
            if (typeof $f === "number") {
                if (($t = typeof load === "function" && $canPoll($p = load[$functionPoll], $f) ? $p($f, key) : $await(load(key), void 0, $p)) === $pending)
                    return $suspend(void 0, this, $m, 1);
            }
            else {
                $t = $take($f);
            }
            return $t;
        }
    ]),
};
