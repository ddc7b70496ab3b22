/** Layers: each is a service around a service, and knows nothing of the others. */
import { asyncTrait, race } from 'boxless';
import { ServiceError, type Answer, type Ask, type Service } from './service.js';

/** What the logging layer has seen. */
export class Journal {
  readonly answers = new Map<number, number>();
  last = '';

  note(path: string, status: number): void {
    this.answers.set(status, (this.answers.get(status) ?? 0) + 1);
    this.last = path;
  }
}

@asyncTrait
export class Logging implements Service<Ask, Answer> {
  constructor(
    private readonly inner: Service<Ask, Answer>,
    private readonly journal: Journal,
  ) {}

  async call(request: Ask): Promise<Answer> {
    let status = 500;
    try {
      const answer = await this.inner.call(request);
      status = answer.status;
      return answer;
    } catch (error) {
      if (error instanceof ServiceError) status = error.status;
      throw error;
    } finally {
      this.journal.note(request.path, status);
    }
  }
}

/** Gives up on a call after some time. The call itself is left to end by itself, and its outcome is ignored. */
@asyncTrait
export class Timeout<Req, Res> implements Service<Req, Res> {
  constructor(
    private readonly inner: Service<Req, Res>,
    private readonly milliseconds: number,
  ) {}

  async call(request: Req): Promise<Res> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new ServiceError('too slow', 504)), this.milliseconds);
    });
    try {
      return await race(this.inner.call(request), late);
    } finally {
      clearTimeout(timer);
    }
  }
}

/** Lets so many calls run at once. Others wait their turn, and when too many wait, the next is refused: back-pressure. */
@asyncTrait
export class ConcurrencyLimit<Req, Res> implements Service<Req, Res> {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  most = 0;

  constructor(
    private readonly inner: Service<Req, Res>,
    private readonly limit: number,
    private readonly queue: number,
  ) {}

  async call(request: Req): Promise<Res> {
    if (this.running < this.limit) this.running++;
    else if (this.waiting.length >= this.queue) throw new ServiceError('overloaded', 503);
    // Whoever ends hands its place over.
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    if (this.running > this.most) this.most = this.running;
    try {
      return await this.inner.call(request);
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running--;
      else next();
    }
  }
}

/** Tries again where the error may be gone the next time. */
@asyncTrait
export class Retry<Req, Res> implements Service<Req, Res> {
  constructor(
    private readonly inner: Service<Req, Res>,
    private readonly attempts: number,
  ) {}

  async call(request: Req): Promise<Res> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.inner.call(request);
      } catch (error) {
        const isPassing = error instanceof ServiceError && error.status === 502;
        if (!isPassing || attempt === this.attempts) throw error;
      }
    }
  }
}

/** Keeps good answers by their path, the oldest go first. */
@asyncTrait
export class Cache implements Service<Ask, Answer> {
  private readonly kept = new Map<string, Answer>();

  constructor(
    private readonly inner: Service<Ask, Answer>,
    private readonly size: number,
  ) {}

  async call(request: Ask): Promise<Answer> {
    const { path } = request;
    const known = this.kept.get(path);
    if (known !== undefined) return known;
    const answer = await this.inner.call(request);
    if (answer.status === 200) {
      this.kept.set(path, answer);
      if (this.kept.size > this.size) this.kept.delete(this.kept.keys().next().value!);
    }
    return answer;
  }
}
