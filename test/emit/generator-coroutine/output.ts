// coroutine: Counting.each, since it uses `arguments`
// frame: Counting.size
import { pending as $pending_, pollSymbol as $pollSymbol, door as $door_, canPoll as $canPoll_, awaitValue as $await, shielded as $shielded, AsyncLoop as $AsyncLoop, delegateTo as $delegateTo, CoroutineStream as $coroutineStream, publicSymbol as $publicSymbol, overridden as $overridden, adopt as $adopt, traits as $traits } from "boxless/internal";
const $pending = $pending_, $door = $door_, $canPoll = $canPoll_;
const $sizePoll = /* @__PURE__ */ $pollSymbol("size");
const $sizePublic = /* @__PURE__ */ $publicSymbol("size");
// A stream that a frame cannot keep: a generator underneath, which says where it waits.
import { asyncTrait } from 'boxless';
var $Counting;
class Counting {
    static {
        $Counting = $traits(this.prototype, {
            each: { length: 1, stream: $coroutineStream },
            size: { length: 1, entry: "size$entry" }
        });
    }
    *each(rows: AsyncIterable<string>) {
        let $p, $t;
        let n = arguments.length;
        {
            const $i1 = new $AsyncLoop(rows);
            try {
                while ($i1.step((($t = $i1.next($door.depth + 1)) === $pending ? yield $pending : $t))) {
                    const row = $i1.value;
                    {
                        n += (($t = $canPoll($p = this[$sizePoll], $door.depth) ? $p.call(this, $door.depth + 1, row) : $await(this.size(row), this, $p)) === $pending ? yield $pending : $t);
                        yield () => n++;
                    }
                }
            }
            catch ($e) {
                if ($i1.open)
                    try {
                        (($t = $i1.close($door.depth + 1)) === $pending ? yield $shielded : $t);
                    }
                    catch { }
                throw $e;
            }
            finally {
                if ($i1.open)
                    $i1.closed((($t = $i1.close($door.depth + 1)) === $pending ? yield $shielded : $t));
            }
        }
        yield* $delegateTo([() => n], $pending);
        return (yield $await(`${n} in all`));
    }
    size($d, row) {
        var $p, $r, $h;
        if (($p = this.size) !== this[$sizePublic])
            return $overridden($p, this, ".size", arguments);
        return ($h = ($r = row.length)?.then) ? $adopt($r, $h) : $r;
    }
    size$entry($f, row) {
        var $r, $h;
        return ($h = ($r = row.length)?.then) ? $adopt($r, $h) : $r;
    }
}
