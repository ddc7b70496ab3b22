import { publicSymbol as $publicSymbol, overridden as $overridden, vtable as $vtable, target as $target, Dyn as $Dyn, dynClass as $dynClass } from "boxless/internal";
const $nextPublic = /* @__PURE__ */ $publicSymbol("next");
const $seekPublic = /* @__PURE__ */ $publicSymbol("seek");
const $takePublic = /* @__PURE__ */ $publicSymbol("take");
const $peekPublic = /* @__PURE__ */ $publicSymbol("peek");
// A dyn wrapper: one class per trait, and the vtable decides what runs.
import { asyncTrait, dynTrait } from 'boxless';
interface Entry {
    key: string;
}
interface KvIterator {
    next(): Promise<Entry | null>;
    seek(key: string): Promise<void>;
    /** An argument may be left out: all are passed on as they come. */
    take(limit?: number): Promise<Entry[]>;
    peek?(): Promise<Entry>;
    close(): void;
    readonly size: number;
}
export const DynKvIterator = /* @__PURE__ */ $dynClass({
    next: { arity: 0 },
    seek: { arity: 1 },
    take: {},
    peek: { arity: 0, optional: true }
}, class DynKvIterator extends $Dyn {
    next($d) {
        if (this.next !== this[$nextPublic])
            return $overridden(this.next, this, ".next", [$d]);
        return this[$vtable].next.call(this[$target], $d);
    }
    seek($d, key) {
        if (this.seek !== this[$seekPublic])
            return $overridden(this.seek, this, ".seek", [$d, key]);
        return this[$vtable].seek.call(this[$target], $d, key);
    }
    take($d, ...$a) {
        if (this.take !== this[$takePublic])
            return $overridden(this.take, this, ".take", [$d, ...$a]);
        return this[$vtable].take.call(this[$target], $d, ...$a);
    }
    peek($d) {
        if (this.peek !== this[$peekPublic])
            return $overridden(this.peek, this, ".peek", [$d]);
        return this[$vtable].peek.call(this[$target], $d);
    }
    close() {
        return this.inner.close();
    }
    get size() {
        return this.inner.size;
    }
    set size($a) {
        this.inner.size = $a;
    }
}, ["peek"]);
