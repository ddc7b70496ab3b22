// frame: Made.next
// frame: [await Promise.resolve('key')]
// frame: next
import { publicSymbol as $publicSymbol, overridden as $overridden, traits as $traits, propertyKey as $propertyKey, traitFunction as $traitFunction } from "boxless/internal";
var $nextPublic_ = /* @__PURE__ */ $publicSymbol("next");
/** Classes that await in the head of a loop: each round has its own variables, so the head goes into the body. */
import { asyncTrait } from 'boxless';
type Base = new () => object;
export async function last(bases: AsyncIterator<Base>): Promise<unknown> {
    let Made: unknown;
    outer: for (;;) {
        let $class;
        if (!((Made = class extends (await bases.next()).value {
            static {
                $class = $traits(this.prototype, {
                    next: { length: 0, entry: "next$entry" }
                });
            }
            /** @asyncTrait */
            next($d) {
                var $p;
                if (($p = this.next) !== this[$nextPublic_])
                    return $overridden($p, this, ".next", arguments);
                return 1;
            }
            next$entry($f) {
                return 1;
            }
        })))
            break;
        {
            if (Made === asyncTrait)
                continue outer;
        }
    }
    let n = 0;
    {
        let $again = false;
        for (;;) {
            let $key;
            if ($again && !((Made = { /** @asyncTrait */ [$key = $propertyKey(await Promise.resolve('key'))]: /* @__PURE__ */ $traitFunction($key, { length: 0 }, $m => [
                    function ($d) {
                    },
                    function ($f) {
                    }
                ]) }) && n < 2))
                break;
            $again = true;
            n++;
        }
    }
    for (const $item of [[Object], [Object]] as [
        any,
        any
    ][]) {
        let $class_2;
        const [first, Second = class extends (await first) {
            static {
                $class_2 = $traits(this.prototype, {
                    next: { length: 0, entry: "next$entry" }
                });
            }
            next($d) {
                var $p;
                if (($p = this.next) !== this[$nextPublic_])
                    return $overridden($p, this, ".next", arguments);
                return 2;
            }
            next$entry($f) {
                return 2;
            }
        }] = $item;
        Made = Second;
    }
    return Made;
}
