// tasks: single
// strict: true
// lowered: false
// a `finally` that jumps takes the place of what its `try` returned
/** @asyncTrait */ async function main(t) {
    try {
        L0: {
            try {
                return _.id(1);
            }
            finally {
                break L0;
            }
        }
        _.l(t, 'after');
        for (let i = 0; i < 2; i++) {
            try {
                return _.id(2);
            }
            finally {
                if (i === 0) continue;
                _.l(t, 'finally', i);
            }
        }
    }
    finally {
        _.l(t, 'outer', await _.get(t, 3));
    }
}
