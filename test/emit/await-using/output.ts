// BX90103: 'Store.read' stays a native async function: it uses `await using`. It works as before, without the speed.
// A generator has no `await`, so TypeScript must find no `await using` in it.
import { asyncTrait } from 'boxless';
export class Store {
    async read(key: string): Promise<string> {
        await using file = await this.open(key);
        using lock = this.lock(key);
        return lock.name + (await file.text());
    }
}
