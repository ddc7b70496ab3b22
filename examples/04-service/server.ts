import { Agent, createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { asyncTrait } from 'boxless';
import { ServiceError, type Answer, type WebService } from './service.js';

/** A service on a port of this machine, and a client for it. Nobody else can reach it. */
export class WebServer {
  private readonly server: Server;
  private readonly agent = new Agent({ keepAlive: true });

  constructor(private readonly service: WebService) {
    this.server = createServer((asked, reply) => void this.answer(asked, reply));
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject).listen(0, '127.0.0.1', resolve);
    });
  }

  @asyncTrait
  async answer(asked: IncomingMessage, reply: ServerResponse): Promise<void> {
    try {
      const { status, body } = await this.service.call({ path: asked.url ?? '/' });
      reply.writeHead(status).end(body);
    } catch (error) {
      reply.writeHead(error instanceof ServiceError ? error.status : 500).end(error instanceof Error ? error.message : '');
    }
  }

  /** Asks over HTTP. */
  get(path: string): Promise<Answer> {
    const { port } = this.server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path, agent: this.agent }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text: string) => { body += text; });
        response.once('end', () => resolve({ status: response.statusCode ?? 0, body }));
      }).once('error', reject).end();
    });
  }

  async close(): Promise<void> {
    this.agent.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
