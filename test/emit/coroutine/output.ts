// coroutine: Counting.run, since it uses `arguments`
import { pending as $pending, functionPoll as $functionPoll, door as $door, canPoll as $canPoll, awaitValue as $await, came as $came, coroutine as $coroutine, traits as $traits } from "boxless/internal";
// What a frame cannot keep: a generator does.
import { asyncTrait } from 'boxless';
var $Counting;
class Counting {
    static {
        $Counting = $traits(this.prototype, {
            run: { length: 1, coroutine: $coroutine }
        });
    }
    *run(f: () => Promise<void>) {
        let $p, $t;
        (($t = typeof f === "function" && $canPoll($p = f[$functionPoll], $door.depth) ? $p($door.depth + 1) : $await(f(), void 0, $p)) === $pending ? $came(yield) : $t);
        return arguments.length;
    }
}
