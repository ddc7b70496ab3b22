import * as boxless from 'boxless';
import * as internal from 'boxless/internal';

console.log(JSON.stringify(Object.keys(boxless).length + Object.keys(internal).length > 50), 'pooled');
