// frame: Tasks.all
// frame: Tasks.sum
import { publicSymbol as $publicSymbol, overridden as $overridden, Variable as $Variable, pending as $pending_, functionPoll as $functionPoll_, canPoll as $canPoll_, awaitValue as $await, suspendWide as $suspendWide, adopt as $adopt, take as $take_, suspend as $suspend, traits as $traits } from "boxless/internal";
const $pending = $pending_, $functionPoll = $functionPoll_, $canPoll = $canPoll_, $take = $take_;
const $allPublic = /* @__PURE__ */ $publicSymbol("all");
const $sumPublic = /* @__PURE__ */ $publicSymbol("sum");
// A variable that a closure and the code behind an await share, and that changes, is kept in a box.
import { asyncTrait } from 'boxless';
var $Tasks;
class Tasks {
    static {
        $Tasks = $traits(this.prototype, {
            all: { length: 1, entry: "all$entry" },
            sum: { length: 1, entry: "sum$entry" }
        });
    }
    all($d, get) {
        var $p, $t, $r, $h;
        if (($p = this.all) !== this[$allPublic])
            return $overridden($p, this, ".all", arguments);
        let done = new $Variable("done"), total = new $Variable("total");
        function late() {
            return total.v + done.v;
        }
        done.init = 0;
        const finish = () => done.v++;
        const later: (() => number)[] = [];
        {
            let $i = { v: 0 };
            for (let i = $i; i.v < 3; i = { v: i.v }, i.v++) {
                later.push(() => i.v);
                if (($t = typeof get === "function" && $canPoll($p = get[$functionPoll], $d) ? $p($d + 1, i.v) : $await(get(i.v), void 0, $p)) === $pending)
                    return $suspendWide(void 0, this, $Tasks.all, 1, done, finish, later, i, get, total, late);
                finish();
            }
        }
        if (($t = typeof get === "function" && $canPoll($p = get[$functionPoll], $d) ? $p($d + 1, done.v) : $await(get(done.v), void 0, $p)) === $pending)
            return $suspendWide(void 0, this, $Tasks.all, 2, done, void 0, later, void 0, void 0, total, late);
        total.init = $t;
        return ($h = ($r = [later, late()])?.then) ? $adopt($r, $h) : $r;
    }
    all$entry($f, get) {
        let $s = 0, $d = 0;
        var $p, $t, $r, $h;
        let done, finish, later, total, late;
        if (typeof $f === "number") {
            $d = $f;
            $f = void 0;
        }
        else {
            $s = $f.state;
            done = $f.s0;
            finish = $f.s1;
            later = $f.s2;
            get = $f.s4;
            total = $f.s5;
            late = $f.s6;
        }
        if (!$s) {
            done = new $Variable("done");
            total = new $Variable("total");
            late = function late() {
                return total.v + done.v;
            };
        }
        switch ($s) {
            case 0:
                done.init = 0;
                finish = () => done.v++;
                later = [];
            case 1:
                {
                    let $i;
                    if (!$s) {
                        $i = { v: 0 };
                    }
                    else {
                        $i = $f.s3;
                    }
                    for (let i = $i; $s || (i.v < 3); i = { v: i.v }, i.v++) {
                        if (!$s) {
                            later.push(() => i.v);
                            if (($t = typeof get === "function" && $canPoll($p = get[$functionPoll], $d) ? $p($d + 1, i.v) : $await(get(i.v), void 0, $p)) === $pending)
                                return $suspendWide($f, this, $Tasks.all, 1, done, finish, later, i, get, total, late);
                        }
                        else {
                            $s = 0;
                            $t = $take($f);
                        }
                        finish();
                    }
                }
                if (($t = typeof get === "function" && $canPoll($p = get[$functionPoll], $d) ? $p($d + 1, done.v) : $await(get(done.v), void 0, $p)) === $pending)
                    return $suspendWide($f, this, $Tasks.all, 2, done, void 0, later, void 0, void 0, total, late);
            case 2:
                if ($s) {
                    $s = 0;
                    $t = $take($f);
                }
                total.init = $t;
                return ($h = ($r = [later, late()])?.then) ? $adopt($r, $h) : $r;
        }
    }
    /** Nothing is written behind the await but by the closure itself: no box. */
    sum($d, get) {
        var $p, $t;
        if (($p = this.sum) !== this[$sumPublic])
            return $overridden($p, this, ".sum", arguments);
        let sum = 0;
        if (($t = typeof get === "function" && $canPoll($p = get[$functionPoll], $d) ? $p($d) : $await(get(), void 0, $p)) === $pending)
            return $suspend(void 0, this, $Tasks.sum, 1, sum);
        const list = $t;
        list.forEach((n) => (sum += n));
        return sum;
    }
    sum$entry($f, get) {
        var $p, $t;
        let sum, list;
        if (typeof $f === "number") {
            sum = 0;
            if (($t = typeof get === "function" && $canPoll($p = get[$functionPoll], $f) ? $p($f) : $await(get(), void 0, $p)) === $pending)
                return $suspend(void 0, this, $Tasks.sum, 1, sum);
        }
        else {
            sum = $f.s0;
            $t = $take($f);
        }
        list = $t;
        list.forEach((n) => (sum += n));
        return sum;
    }
}
