import { asyncTrait } from 'boxless';
import { Digest, type Digested } from '../01-kv-iterator/digest.js';
import { WebServer } from './server.js';
import type { WebService } from './service.js';

const WORDS = ['zebra', 'ostrich', 'yak', 'armadillo', 'gnu', 'dromedary', 'ibex', 'chinchilla'];
const PATHS = WORDS.map((word) => ({ path: `/letters/${word}` }));

/** Asks a service the same few things over and over: after the first round the cache has every answer. */
export class Client {
  constructor(private readonly service: WebService) {}

  @asyncTrait
  async count(requests: number): Promise<number> {
    let good = 0;
    for (let i = 0; i < requests; i++) if ((await this.service.call(PATHS[i & 7])).status === 200) good++;
    return good;
  }

  @asyncTrait
  async digest(requests: number): Promise<Digested> {
    const digest = new Digest();
    for (let i = 0; i < requests; i++) digest.add(PATHS[i & 7].path, (await this.service.call(PATHS[i & 7])).body);
    return digest.result();
  }
}

/** The same over HTTP, one request after the other on one connection. */
export class WebClient {
  constructor(private readonly service: WebService) {}

  async count(requests: number): Promise<number> {
    return (await this.digest(requests)).items;
  }

  async digest(requests: number): Promise<Digested> {
    const server = new WebServer(this.service);
    await server.listen();
    try {
      const digest = new Digest();
      for (let i = 0; i < requests; i++) digest.add(PATHS[i & 7].path, (await server.get(PATHS[i & 7].path)).body);
      return digest.result();
    } finally {
      await server.close();
    }
  }
}
