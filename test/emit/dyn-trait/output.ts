import { direct as $direct, pollFunction as $pollFunction, vtable as $vtable, target as $target, variadic as $variadic, Dyn as $Dyn, dynClass as $dynClass, publicSymbol as $publicSymbol } from "boxless/internal";
const $nextPublic = $publicSymbol("next");
const $seekPublic = $publicSymbol("seek");
const $takePublic = $publicSymbol("take");
const $peekPublic = $publicSymbol("peek");
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
export const DynKvIterator = $dynClass({
    next: { arity: 0 },
    seek: { arity: 1 },
    take: {},
    peek: { arity: 0, optional: true }
}, class DynKvIterator extends $Dyn {
    next($f) {
        if ($f !== $direct && this.next !== this[$nextPublic])
            return $pollFunction(this.next, this, [], "this.next");
        return this[$vtable].next.call(this[$target], undefined);
    }
    seek(key, $f) {
        if ($f !== $direct && this.seek !== this[$seekPublic])
            return $pollFunction(this.seek, this, [key], "this.seek");
        return this[$vtable].seek.call(this[$target], key, undefined);
    }
    take(limit, $f) {
        if (limit === $direct || this.take !== this[$takePublic])
            return $variadic(this, "take", [limit, $f].slice(0, arguments.length));
        return arguments.length < 1 ? this[$vtable].take.call(this[$target]) : this[$vtable].take.call(this[$target], limit);
    }
    peek($f) {
        if ($f !== $direct && this.peek !== this[$peekPublic])
            return $pollFunction(this.peek, this, [], "this.peek");
        return this[$vtable].peek.call(this[$target], undefined);
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
