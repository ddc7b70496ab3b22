import { dynTrait } from 'boxless';

/** The trait of this example, as in Rust's tower: a request goes in, an answer comes out, and every call *may* wait. */
export interface Service<Req, Res> {
  call(request: Req): Promise<Res>;
}

export interface Ask {
  readonly path: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

export type WebService = Service<Ask, Answer>;

/** Any web service behind one class, so that layers can be put together at run time: see `compose.ts`. */
export const DynService = dynTrait<WebService>({ call: 'async' });

/** An error that a layer gives in place of an answer. */
export class ServiceError extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}
