// coroutine: Counting.each, since a function captures 'n', which changes
// frame: Counting.size
import { pending as $pending, door as $door, awaitValue as $await, AsyncLoop as $AsyncLoop, delegateTo as $delegateTo, pollFunction as $pollFunction, adopt as $adopt, enter as $enter, traits as $traits, pollSymbol as $pollSymbol, publicSymbol as $publicSymbol } from "boxless/internal";
const $sizePoll = $pollSymbol("size");
const $sizePublic = $publicSymbol("size");
// A stream that a frame cannot keep: a generator underneath, which says where it waits.
import { asyncTrait } from 'boxless';
let $Counting;
class Counting {
    static {
        $Counting = $traits(this.prototype, {
            each: { coroutine: true, length: 1, stream: true },
            size: { arity: 1 }
        });
    }
    *each(rows: AsyncIterable<string>) {
        let $p, $t;
        let n = 0;
        {
            const $i1 = new $AsyncLoop(rows);
            try {
                while ($i1.step((($t = $i1.next()) === $pending ? yield $pending : $t))) {
                    const row = $i1.value;
                    {
                        n += ((($p = this[$sizePoll]) !== undefined && $p.self === $p && $door.depth < 200 ? ($t = $p.call(this, row)) === $pending : ($await(this.size(row), this, $p), true)) ? yield $pending : $t);
                        yield () => n++;
                    }
                }
            }
            catch ($e) {
                if ($i1.open)
                    try {
                        (($t = $i1.close()) === $pending ? yield $pending : $t);
                    }
                    catch { }
                throw $e;
            }
            finally {
                if ($i1.open)
                    $i1.closed((($t = $i1.close()) === $pending ? yield $pending : $t));
            }
        }
        yield* $delegateTo([() => n]);
        return (yield $await(`${n} in all`));
    }
    size(row, $f) {
        let $s = $enter($f);
        let $p, $r, $h;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.size) !== this[$sizePublic])
                return $pollFunction($p, this, [row], "this.size");
            $s = 0;
        }
        return typeof ($h = ($r = row.length)?.then) === "function" ? $adopt($r, $h) : $r;
    }
}
