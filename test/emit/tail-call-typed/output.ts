// frame: Table.get
// frame: Table.has
// frame: Table.parsed
// frame: Table.trimmed
import { publicSymbol as $publicSymbol, overridden as $overridden, pollSymbol as $pollSymbol, canPoll as $canPoll_, adopt as $adopt, traits as $traits } from "boxless/internal";
const $canPoll = $canPoll_;
const $getPublic = /* @__PURE__ */ $publicSymbol("get");
const $loadPoll = /* @__PURE__ */ $pollSymbol("load");
const $hasPublic = /* @__PURE__ */ $publicSymbol("has");
const $parsedPublic = /* @__PURE__ */ $publicSymbol("parsed");
const $parsePoll = /* @__PURE__ */ $pollSymbol("parse");
const $trimmedPublic = /* @__PURE__ */ $publicSymbol("trimmed");
// typed
// Where there are types, only a call that may give a promise is polled at the end of a method.
import { asyncTrait } from 'boxless';
type Loaded<T> = T | Promise<T>;
var $Table;
class Table<T> {
    static {
        $Table = $traits(this.prototype, {
            get: { length: 1, entry: "get$entry" },
            has: { length: 1, entry: "has$entry" },
            parsed: { length: 1, entry: "parsed$entry" },
            trimmed: { length: 1, entry: "trimmed$entry" }
        });
    }
    constructor(private readonly rows: Map<string, string>, private readonly load: (key: string) => Loaded<T>, private readonly parse: (row: any) => any) { }
    get($d, key) {
        var $p, $r, $h;
        if (($p = this.get) !== this[$getPublic])
            return $overridden($p, this, ".get", arguments);
        return $canPoll($p = this[$loadPoll], $d) ? $p.call(this, $d + 1, key) : ($h = ($r = this.load(key))?.then) ? $adopt($r, $h) : $r;
    }
    get$entry($f, key) {
        var $p, $r, $h;
        return $canPoll($p = this[$loadPoll], $f) ? $p.call(this, $f + 1, key) : ($h = ($r = this.load(key))?.then) ? $adopt($r, $h) : $r;
    }
    has($d, key) {
        var $p, $r, $h;
        if (($p = this.has) !== this[$hasPublic])
            return $overridden($p, this, ".has", arguments);
        return ($h = ($r = this.rows.has(key))?.then) ? $adopt($r, $h) : $r;
    }
    has$entry($f, key) {
        var $r, $h;
        return ($h = ($r = this.rows.has(key))?.then) ? $adopt($r, $h) : $r;
    }
    parsed($d, key) {
        var $p, $r, $h;
        if (($p = this.parsed) !== this[$parsedPublic])
            return $overridden($p, this, ".parsed", arguments);
        return $canPoll($p = this[$parsePoll], $d) ? $p.call(this, $d + 1, this.rows.get(key)) : ($h = ($r = this.parse(this.rows.get(key)))?.then) ? $adopt($r, $h) : $r;
    }
    parsed$entry($f, key) {
        var $p, $r, $h;
        return $canPoll($p = this[$parsePoll], $f) ? $p.call(this, $f + 1, this.rows.get(key)) : ($h = ($r = this.parse(this.rows.get(key)))?.then) ? $adopt($r, $h) : $r;
    }
    trimmed($d, key) {
        var $p, $r, $h;
        if (($p = this.trimmed) !== this[$trimmedPublic])
            return $overridden($p, this, ".trimmed", arguments);
        return ($h = ($r = this.rows.get(key)?.trim() ?? key.trim())?.then) ? $adopt($r, $h) : $r;
    }
    trimmed$entry($f, key) {
        var $r, $h;
        return ($h = ($r = this.rows.get(key)?.trim() ?? key.trim())?.then) ? $adopt($r, $h) : $r;
    }
}
