// frame: plain
// frame: text
import { enter as $enter, traitFunction as $traitFunction, adopt as $adopt, homeMethod as $homeMethod, home as $home, pollSymbol as $pollSymbol } from "boxless/internal";
const $textPoll = $pollSymbol("text");
// A method that uses `super` must be a method of this very literal.
import { asyncTrait } from 'boxless';
let $text;
export const reader = $home({
    /** @asyncTrait */
    plain: $traitFunction("plain", { arity: 0 }, $m => function ($f) {
        let $s = $enter($f);
        if (!($s > 0)) {
            $s = 0;
        }
        return 1;
    }),
    /** @asyncTrait */
    text: ($text = $homeMethod("text", { arity: 0 })).publicFunction,
    [$textPoll]($f) {
        let $s = $enter($f);
        let $r, $h;
        if (!($s > 0)) {
            $s = 0;
        }
        return typeof ($h = ($r = super.toString())?.then) === "function" ? $adopt($r, $h) : $r;
    },
}, $text);
