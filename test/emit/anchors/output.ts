// frame: inner.next
// frame: next
import { pollFunction as $pollFunction, enter as $enter, traits as $traits, publicSymbol as $publicSymbol } from "boxless/internal";
const $nextPublic = $publicSymbol("next");
// Each evaluation of a class has its own table of methods, also where no variable can be declared.
import { asyncTrait } from 'boxless';
export class Outer {
    inner = ($class => ({ ["inner"]: class {
            static {
                $class = $traits(this.prototype, {
                    next: { arity: 0 }
                });
            }
            next($f) {
                let $s = $enter($f);
                let $p;
                if (!($s > 0)) {
                    if ($s === 0 && ($p = this.next) !== this[$nextPublic])
                        return $pollFunction($p, this, [], "this.next");
                    $s = 0;
                }
                return 1;
            }
        } })["inner"])();
}
export const make = () => {
    let $class_2;
    return class {
        static {
            $class_2 = $traits(this.prototype, {
                next: { arity: 0 }
            });
        }
        next($f) {
            let $s = $enter($f);
            let $p;
            if (!($s > 0)) {
                if ($s === 0 && ($p = this.next) !== this[$nextPublic])
                    return $pollFunction($p, this, [], "this.next");
                $s = 0;
            }
            return 2;
        }
    };
};
