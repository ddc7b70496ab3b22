// frame: load
// frame: read
// frame: get
const { pending: $pending, door: $door, functionPoll: $functionPoll, awaitValue: $await, suspend: $suspend, take: $take, enter: $enter, traitFunction: $traitFunction, adopt: $adopt } = require("boxless/internal");
// Functions that no prototype leads to: their polls hang on the function objects.
/** @asyncTrait */
var load = $traitFunction("load", { arity: 1 }, $m => function (key, $f) {
    let $s = $enter($f);
    let $p, $t;
    if (!($s > 0)) {
        $s = 0;
    }
    switch ($s) {
        case 0: if ((typeof read === "function" && (($p = read[$functionPoll]) !== undefined && $p.self === $p) && $door.depth < 200 ? ($t = $p(key)) === $pending : ($await(read(key), void 0, $p), true)))
            return $suspend($f, this, $m, 1);
        case 1:
            if ($s !== 0) {
                $s = 0;
                $t = $take($f);
            }
            return ($t) + '!';
    }
});
/** @asyncTrait */
const read = $traitFunction("read", { arity: 1 }, $m => (key, $f) => {
    let $s = $enter($f);
    let $r, $h;
    if (!($s > 0)) {
        $s = 0;
    }
    return typeof ($h = ($r = key)?.then) === "function" ? $adopt($r, $h) : $r;
});
const store = {
    /** @asyncTrait */
    get: $traitFunction("get", { arity: 1 }, $m => function (key, $f) {
        let $s = $enter($f);
        let $p, $t;
        if (!($s > 0)) {
            $s = 0;
        }
        switch ($s) {
            case 0: if ((typeof load === "function" && (($p = load[$functionPoll]) !== undefined && $p.self === $p) && $door.depth < 200 ? ($t = $p(key)) === $pending : ($await(load(key), void 0, $p), true)))
                return $suspend($f, this, $m, 1);
            case 1:
                if ($s !== 0) {
                    $s = 0;
                    $t = $take($f);
                }
                return $t;
        }
    }),
};
