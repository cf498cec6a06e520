import { HubConnection, JsonHubProtocol, NullLogger, type ILogger, type IHubProtocol } from '@microsoft/signalr';

/** The server refused the negotiation: this device or person has no place on the floor. */
export class NoPlace extends Error {}

/**
 * SignalR's hub protocol over a WebSocket and nothing else. The package's own connection carries three transports and their
 * fallbacks, which weigh as much as the rest of a delegate's page; the hub, its protocol and its handshake are used as they are.
 */
class HallSocket {
  readonly features = {};
  connectionId: string | undefined;
  onreceive: ((data: string | ArrayBuffer) => void) | null = null;
  onclose: ((error?: Error) => void) | null = null;
  #socket: WebSocket | undefined;
  #stopped = false;

  constructor(public baseUrl: string, private readonly token: string | undefined) {}

  async start(): Promise<void> {
    const answer = await fetch(`${this.baseUrl}/negotiate?negotiateVersion=1`, {
      method: 'POST',
      cache: 'no-store',
      headers: this.token ? { Authorization: `Bearer ${this.token}` } : {},
    });
    if (answer.status === 401 || answer.status === 403) throw new NoPlace();
    if (!answer.ok) throw new Error(`negotiate ${answer.status}`);
    const negotiated = (await answer.json()) as { connectionToken?: string; connectionId: string };
    this.connectionId = negotiated.connectionId;
    const url = new URL(this.baseUrl, location.href);
    url.protocol = url.protocol.replace('http', 'ws');
    url.searchParams.set('id', negotiated.connectionToken ?? negotiated.connectionId);
    // A browser cannot put a header on a WebSocket.
    if (this.token) url.searchParams.set('access_token', this.token);
    if (this.#stopped) throw new Error('stopped');
    await this.#open(new WebSocket(url));
  }

  #open(socket: WebSocket): Promise<void> {
    this.#socket = socket;
    return new Promise((opened, failed) => {
      let open = false;
      socket.onopen = () => {
        open = true;
        opened();
      };
      socket.onmessage = ({ data }) => this.onreceive?.(data as string);
      socket.onclose = () => {
        this.#socket = undefined;
        if (open) this.onclose?.();
        else failed(new Error('the socket did not open'));
      };
    });
  }

  send(data: string | ArrayBuffer): Promise<void> {
    if (this.#socket?.readyState !== WebSocket.OPEN) return Promise.reject(new Error('not connected'));
    this.#socket.send(data);
    return Promise.resolve();
  }

  stop(error?: unknown): Promise<void> {
    this.#stopped = true;
    const socket = this.#socket;
    if (!socket) return Promise.resolve();
    this.#socket = undefined;
    // A dead line never answers a close, so what waits on it is told at once.
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
    this.onclose?.(error instanceof Error ? error : undefined);
    return Promise.resolve();
  }
}

type Create = (connection: HallSocket, logger: ILogger, protocol: IHubProtocol) => HubConnection;

// The factory is marked as internal, so its type is not published; the builder calls nothing else.
const create = (HubConnection as unknown as { create: Create }).create.bind(HubConnection);

export const hallHub = (url: string, token: string | undefined): HubConnection =>
  create(new HallSocket(url, token), NullLogger.instance, new JsonHubProtocol());
