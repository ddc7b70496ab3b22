// frame: Page.load
// frame: Page.first
// frame: Page.user
// frame: Page.rights
import { pollFunction as $pollFunction, beginJoin as $join, door as $door, pending as $pending, suspend as $suspend, take as $take, enter as $enter, beginRace as $race, traits as $traits, publicSymbol as $publicSymbol, pollSymbol as $pollSymbol } from "boxless/internal";
const $loadPublic = $publicSymbol("load");
const $userPoll = $pollSymbol("user");
const $rightsPoll = $pollSymbol("rights");
const $firstPublic = $publicSymbol("first");
const $userPublic = $publicSymbol("user");
const $rightsPublic = $publicSymbol("rights");
// The calls in `join` and `race` are polled; what has to wait is waited for together.
import { asyncTrait, join, race } from 'boxless';
let $Page;
class Page {
    static {
        $Page = $traits(this.prototype, {
            load: { arity: 1 },
            first: { arity: 1 },
            user: { arity: 1 },
            rights: { arity: 1 }
        });
    }
    load(id, $f) {
        let $s = $enter($f);
        let $p, $j, $t, $1;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.load) !== this[$loadPublic])
                return $pollFunction($p, this, [id], "this.load");
            $s = 0;
        }
        switch ($s) {
            case 0:
                $j = $join(3);
                if (($p = this[$userPoll]) !== undefined && $p.self === $p && $door.depth < 200) {
                    try {
                        if (($t = $p.call(this, id)) === $pending)
                            $j.wait();
                        else
                            $j.give($t);
                    }
                    catch ($e) {
                        $j.fail($e);
                    }
                }
                else
                    $j.other(this.user(id), this, $p);
                $1 = id.trim();
                if (($p = this[$rightsPoll]) !== undefined && $p.self === $p && $door.depth < 200) {
                    try {
                        if (($t = $p.call(this, $1)) === $pending)
                            $j.wait();
                        else
                            $j.give($t);
                    }
                    catch ($e) {
                        $j.fail($e);
                    }
                }
                else
                    $j.other(this.rights($1), this, $p);
                $j.other('constant');
                if (($t = $j.end()) === $pending)
                    return $suspend($f, this, $Page.load, 1);
            case 1:
                if ($s !== 0) {
                    $s = 0;
                    $t = $take($f);
                }
                return $t;
        }
    }
    first(promise, $f) {
        let $s = $enter($f);
        let $p, $j, $t;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.first) !== this[$firstPublic])
                return $pollFunction($p, this, [promise], "this.first");
            $s = 0;
        }
        switch ($s) {
            case 0:
                $j = $race();
                if (($p = this[$userPoll]) !== undefined && $p.self === $p && $door.depth < 200) {
                    try {
                        if (($t = $p.call(this, 'a')) === $pending)
                            $j.wait();
                        else
                            $j.give($t);
                    }
                    catch ($e) {
                        $j.fail($e);
                    }
                }
                else
                    $j.other(this.user('a'), this, $p);
                $j.other(promise);
                if (($t = $j.end()) === $pending)
                    return $suspend($f, this, $Page.first, 1);
            case 1:
                if ($s !== 0) {
                    $s = 0;
                    $t = $take($f);
                }
                return $t;
        }
    }
    user(id, $f) {
        let $s = $enter($f);
        let $p;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.user) !== this[$userPublic])
                return $pollFunction($p, this, [id], "this.user");
            $s = 0;
        }
        return `user ${id}`;
    }
    rights(id, $f) {
        let $s = $enter($f);
        let $p;
        if (!($s > 0)) {
            if ($s === 0 && ($p = this.rights) !== this[$rightsPublic])
                return $pollFunction($p, this, [id], "this.rights");
            $s = 0;
        }
        return `rights ${id}`;
    }
}
