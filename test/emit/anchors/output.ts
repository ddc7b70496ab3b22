// frame: inner.next
// frame: next
import { publicSymbol as $publicSymbol, overridden as $overridden, traits as $traits } from "boxless/internal";
const $nextPublic = /* @__PURE__ */ $publicSymbol("next");
// Each evaluation of a class has its own table of methods, also where no variable can be declared.
import { asyncTrait } from 'boxless';
export class Outer {
    inner = ($class => ({ ["inner"]: class {
            static {
                $class = $traits(this.prototype, {
                    next: { length: 0, entry: "next$entry" }
                });
            }
            next($d) {
                var $p;
                if (($p = this.next) !== this[$nextPublic])
                    return $overridden($p, this, ".next", arguments);
                return 1;
            }
            next$entry($f) {
                return 1;
            }
        } })["inner"])();
}
export const make = () => {
    let $class_2;
    return class {
        static {
            $class_2 = $traits(this.prototype, {
                next: { length: 0, entry: "next$entry" }
            });
        }
        next($d) {
            var $p;
            if (($p = this.next) !== this[$nextPublic])
                return $overridden($p, this, ".next", arguments);
            return 2;
        }
        next$entry($f) {
            return 2;
        }
    };
};
