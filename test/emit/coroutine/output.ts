// coroutine: Counting.run, since a function captures 'n', which changes
import { pending as $pending, door as $door, functionPoll as $functionPoll, awaitValue as $await, came as $came, traits as $traits } from "boxless/internal";
// What a frame cannot keep: a generator does.
import { asyncTrait } from 'boxless';
let $Counting;
class Counting {
    static {
        $Counting = $traits(this.prototype, {
            run: { coroutine: true, length: 1 }
        });
    }
    *run(f: () => Promise<void>) {
        let $p, $t;
        let n = 0;
        const increment = () => n++;
        ((typeof f === "function" && (($p = f[$functionPoll]) !== undefined && $p.self === $p) && $door.depth < 200 ? ($t = $p()) === $pending : ($await(f(), void 0, $p), true)) ? $came(yield) : $t);
        increment();
        return n;
    }
}
