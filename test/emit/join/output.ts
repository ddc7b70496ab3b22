// frame: Page.load
// frame: Page.first
// frame: Page.user
// frame: Page.rights
import { publicSymbol as $publicSymbol, overridden as $overridden, beginJoin as $join, pollSymbol as $pollSymbol, canPoll as $canPoll_, pending as $pending_, suspend as $suspend, take as $take_, beginRace as $race, traits as $traits } from "boxless/internal";
const $canPoll = $canPoll_, $pending = $pending_, $take = $take_;
const $loadPublic = /* @__PURE__ */ $publicSymbol("load");
const $userPoll = /* @__PURE__ */ $pollSymbol("user");
const $rightsPoll = /* @__PURE__ */ $pollSymbol("rights");
const $firstPublic = /* @__PURE__ */ $publicSymbol("first");
const $userPublic = /* @__PURE__ */ $publicSymbol("user");
const $rightsPublic = /* @__PURE__ */ $publicSymbol("rights");
// The calls in `join` and `race` are polled; what has to wait is waited for together.
import { asyncTrait, join, race } from 'boxless';
var $Page;
class Page {
    static {
        $Page = $traits(this.prototype, {
            load: { length: 1, entry: "load$entry" },
            first: { length: 1, entry: "first$entry" },
            user: { length: 1, entry: "user$entry" },
            rights: { length: 1, entry: "rights$entry" }
        });
    }
    load($d, id) {
        var $p, $j, $t, $1;
        if (($p = this.load) !== this[$loadPublic])
            return $overridden($p, this, ".load", arguments);
        $j = $join(3);
        if ($canPoll($p = this[$userPoll], $d)) {
            try {
                if (($t = $p.call(this, $d, id)) === $pending)
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
        if ($canPoll($p = this[$rightsPoll], $d)) {
            try {
                if (($t = $p.call(this, $d, $1)) === $pending)
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
            return $suspend(void 0, this, $Page.load, 1);
        return $t;
    }
    load$entry($f, id) {
        var $j, $t, $p, $1;
        if (typeof $f === "number") {
            $j = $join(3);
            if ($canPoll($p = this[$userPoll], $f)) {
                try {
                    if (($t = $p.call(this, $f, id)) === $pending)
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
            if ($canPoll($p = this[$rightsPoll], $f)) {
                try {
                    if (($t = $p.call(this, $f, $1)) === $pending)
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
                return $suspend(void 0, this, $Page.load, 1);
        }
        else {
            $t = $take($f);
        }
        return $t;
    }
    first($d, promise) {
        var $p, $j, $t;
        if (($p = this.first) !== this[$firstPublic])
            return $overridden($p, this, ".first", arguments);
        $j = $race();
        if ($canPoll($p = this[$userPoll], $d)) {
            try {
                if (($t = $p.call(this, $d, 'a')) === $pending)
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
            return $suspend(void 0, this, $Page.first, 1);
        return $t;
    }
    first$entry($f, promise) {
        var $j, $t, $p;
        if (typeof $f === "number") {
            $j = $race();
            if ($canPoll($p = this[$userPoll], $f)) {
                try {
                    if (($t = $p.call(this, $f, 'a')) === $pending)
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
                return $suspend(void 0, this, $Page.first, 1);
        }
        else {
            $t = $take($f);
        }
        return $t;
    }
    user($d, id) {
        var $p;
        if (($p = this.user) !== this[$userPublic])
            return $overridden($p, this, ".user", arguments);
        return `user ${id}`;
    }
    user$entry($f, id) {
        return `user ${id}`;
    }
    rights($d, id) {
        var $p;
        if (($p = this.rights) !== this[$rightsPublic])
            return $overridden($p, this, ".rights", arguments);
        return `rights ${id}`;
    }
    rights$entry($f, id) {
        return `rights ${id}`;
    }
}
