const FRAMES = ['|', '/', '-', '\\'];
const FRAME_MS = 120;
const CLEAR_LINE = '\r\x1b[K';

/**
 * Says what is going on, on stderr, so that the table on stdout stays clean: one line that moves on a terminal,
 * one line per step elsewhere.
 */
export class Status {
  private readonly isTerminal = process.stderr.isTTY;
  private text = '';
  private frame = 0;
  private timer: NodeJS.Timeout | undefined;

  say(text: string): void {
    this.text = text;
    if (!this.isTerminal) {
      process.stderr.write(`${text}\n`);
      return;
    }
    this.draw();
    this.timer ??= setInterval(() => this.draw(), FRAME_MS).unref();
  }

  /** For what has to stay readable while the work goes on. */
  print(message: string): void {
    const { text } = this;
    this.clear();
    process.stderr.write(`${message.trimEnd()}\n`);
    if (this.isTerminal) this.say(text);
  }

  /** Removes the moving line. */
  clear(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    if (this.isTerminal && this.text !== '') process.stderr.write(CLEAR_LINE);
    this.text = '';
  }

  private draw(): void {
    this.frame = (this.frame + 1) % FRAMES.length;
    process.stderr.write(`${CLEAR_LINE}${FRAMES[this.frame]} ${this.text}`);
  }
}
