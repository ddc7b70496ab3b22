// frame: plain
// frame: text
import { traitFunction as $traitFunction, returned as $returned, pollFunction as $pollFunction, pollSymbol as $pollSymbol, publicSymbol as $publicSymbol, homeMethod as $homeMethod, home as $home } from "boxless/internal";
const $textPoll = /* @__PURE__ */ $pollSymbol("text");
const $textPublic = /* @__PURE__ */ $publicSymbol("text");
// A method that uses `super` must be a method of this very literal.
import { asyncTrait } from 'boxless';
var $text;
export const reader = $home({
    /** @asyncTrait */
    plain: /* @__PURE__ */ $traitFunction("plain", { length: 0 }, $m => [
        function ($d) {
            return 1;
        },
        function ($f) {
            return 1;
        }
    ]),
    /** @asyncTrait */
    text: ($text = $homeMethod("text", { length: 0 })).publicFunction,
    [$textPoll]($d) {
        return $pollFunction($d + 1, super.toString, this, [], "super.toString", $returned);
    },
    [$textPublic]($f) {
        return $pollFunction($f + 1, super.toString, this, [], "super.toString", $returned);
    },
}, $text);
