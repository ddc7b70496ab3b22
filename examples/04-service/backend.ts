import { setImmediate as nextTurn } from 'node:timers/promises';
import { asyncTrait } from 'boxless';
import { ServiceError, type Answer, type Ask, type Service } from './service.js';

/** What is at the bottom: it waits, fails now and then, and is sometimes far too slow. */
@asyncTrait
export class Backend implements Service<Ask, Answer> {
  calls = 0;
  private failed = new Map<string, number>();
  private readonly held: (() => void)[] = [];

  async call({ path }: Ask): Promise<Answer> {
    this.calls++;
    await nextTurn();
    const [, what, argument = ''] = path.split('/');
    switch (what) {
      case 'letters':
        return { status: 200, body: `${argument}: ${argument.length} letters` };
      case 'flaky': {
        // Fails as often as it says, then answers.
        const before = this.failed.get(path) ?? 0;
        this.failed.set(path, before + 1);
        if (before < Number(argument)) throw new ServiceError('not now', 502);
        return { status: 200, body: `after ${before} failures` };
      }
      case 'held':
        await new Promise<void>((resolve) => this.held.push(resolve));
        return { status: 201, body: `held ${argument}` };
      case 'never':
        return await new Promise<Answer>(() => {});
      default:
        return { status: 404, body: `nothing at ${path}` };
    }
  }

  /** Answers what is held. */
  release(): number {
    const held = this.held.splice(0);
    for (const resolve of held) resolve();
    return held.length;
  }
}
