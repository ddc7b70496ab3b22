// frame: Range.items
// frame: Range.watched
// frame: Range.name
import { received as $received_, left as $left_, leaving as $leaving, ended as $ended, pending as $pending_, pollSymbol as $pollSymbol, canPoll as $canPoll_, awaitValue as $await, suspend as $suspend, take as $take_, StreamMethod as $stream, Delegate as $Delegate, publicSymbol as $publicSymbol, overridden as $overridden, traits as $traits } from "boxless/internal";
const $received = $received_, $left = $left_, $pending = $pending_, $canPoll = $canPoll_, $take = $take_;
const $namePoll = /* @__PURE__ */ $pollSymbol("name");
const $namePublic = /* @__PURE__ */ $publicSymbol("name");
// A stream: its body stops at every yield, with the locals in its frame.
import { asyncTrait } from 'boxless';
var $Range;
class Range {
    static {
        $Range = $traits(this.prototype, {
            items: { length: 0, entry: "items$entry", stream: $stream },
            watched: { length: 0, entry: "watched$entry", stream: $stream },
            name: { length: 0, entry: "name$entry" }
        });
    }
    constructor(private readonly to: number) { }
    items($f, from) {
        if (from === void 0)
            from = 0;
        $f.state = 1;
        $f.s0 = from;
    }
    items$entry($f, $d, from) {
        let $s = $f.state;
        var $t, $p, $1;
        from = $f.s0;
        $1 = $f.s2;
        switch ($s) {
            case 1: $s = 0;
            case 2:
                {
                    let i;
                    if (!$s) {
                        i = from;
                    }
                    else {
                        i = $f.s1;
                    }
                    for (; $s || (i < this.to); i++) {
                        if (!$s) {
                            $1 = i;
                            $t = i;
                            $f.state = 2;
                            $f.s0 = from;
                            $f.s1 = i;
                            $f.s2 = $1;
                            return $t;
                        }
                        else {
                            $s = 0;
                            $t = $received($f);
                        }
                        if ($t === $left) {
                            return $ended($f, $leaving($f));
                        }
                        i = $1 + ($t ?? 0);
                    }
                }
                if (($t = $canPoll($p = this[$namePoll], $d) ? $p.call(this, $d + 1) : $await(this.name(), this, $p)) === $pending)
                    return $suspend($f, this, $Range.items, 3);
            case 3:
                if ($s) {
                    $s = 0;
                    $t = $take($f);
                }
                $await($t);
                return $suspend($f, this, $Range.items, 4);
            case 4:
                if ($s) {
                    $s = 0;
                    $t = $take($f);
                }
                return $ended($f, $t);
        }
    }
    /** A yield in a try: leaving the stream there runs the finally, which waits. */
    watched($f) {
        $f.state = 1;
    }
    watched$entry($f, $d) {
        let $s = $f.state;
        var $t, $p, $1, $2, $3;
        $1 = $f.s0;
        $3 = $f.s1;
        $2 = $f.s2;
        switch ($s) {
            case 1:
                $s = 0;
                $1 = 0;
            case 2:
            case 3:
                $finally1: try {
                    if (!$s) {
                        $3 = new $Delegate(this.items());
                    }
                    $loop_2: for (;;) {
                        switch ($s) {
                            case 0: if (($t = $3.next($d + 1)) === $pending)
                                return $suspend($f, this, $Range.watched, 2, $1, $3);
                            case 2:
                                if ($s) {
                                    $s = 0;
                                    $t = $take($f);
                                }
                                if (!$3.step($t))
                                    break $loop_2;
                                $t = $3.hand($f);
                                $f.state = 3;
                                $f.s0 = $1;
                                $f.s1 = $3;
                                $f.s2 = void 0;
                                return $t;
                            case 3:
                                $s = 0;
                                $3.receive($f);
                        }
                    }
                    if ($3.leaves) {
                        $2 = $3.value;
                        $1 = 2;
                        break $finally1;
                    }
                    $3.value;
                    $1 = 0;
                }
                catch ($e) {
                    $1 = 1;
                    $2 = $e;
                }
                if (($t = $canPoll($p = this[$namePoll], $d) ? $p.call(this, $d + 1) : $await(this.name(), this, $p)) === $pending)
                    return $suspend($f, this, $Range.watched, -4, $1, void 0, $2);
            case 4:
                if ($s) {
                    $s = 0;
                    $t = $take($f);
                }
                if ($1 === 1)
                    throw $2;
                if ($1 === 2)
                    return $ended($f, $2);
        }
        return $ended($f);
    }
    name($d) {
        var $p;
        if (($p = this.name) !== this[$namePublic])
            return $overridden($p, this, ".name", arguments);
        return 'range';
    }
    name$entry($f) {
        return 'range';
    }
}
