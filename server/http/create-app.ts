import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import type { Logger } from 'pino';
import type { OpenStore } from '../store';
import type { Assets } from './assets';
import { noForeignWrites, onlyLoopbackNames } from './guards';
import { only } from './only';
import { plansRouter } from './plans-router';
import { faultOf, HttpFault, sendProblem } from './problem';
import { serveAssets } from './serve-assets';

/** The largest document that is taken: 78 weeks of half-hours for twenty streams are about 6 MB. */
const DOCUMENT_BYTES = 10 * 1024 * 1024;

export interface AppParts {
  readonly store: Pick<OpenStore, 'plans' | 'ping'>;
  readonly log: Pick<Logger, 'debug' | 'error'>;
  readonly assets: Assets;
  /** Requests to the API a minute from one address; a screen that saves on every edit stays far below. */
  readonly requestsPerMinute?: number;
}

/** The whole server as an Express application that listens nowhere yet. */
export function createApp({ store, log, assets, requestsPerMinute = 1200 }: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', false);
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.set('case sensitive routing', true);

  app.use(securityHeaders());
  app.use(onlyLoopbackNames);
  app.use((request, response, next) => {
    response.on('finish', () => log.debug({ method: request.method, path: request.path, status: response.statusCode }));
    next();
  });

  app.get('/healthz', async (_request, response) => {
    try {
      await store.ping();
    } catch {
      throw new HttpFault(503, 'store', 'The store does not answer.');
    }
    response.set('Cache-Control', 'no-store').json({ status: 'ok' });
  });
  app.all('/healthz', only('GET'));

  app.use('/api', noForeignWrites, limit(requestsPerMinute));
  app.use('/api/v1/plans', plansRouter(store.plans, DOCUMENT_BYTES));
  app.use('/api', (request) => {
    throw new HttpFault(404, 'no-such-resource', `There is nothing at ${request.baseUrl}${request.path}.`);
  });

  app.use(solverMayCompile);
  app.use(serveAssets(assets));

  const onError: ErrorRequestHandler = (error, request, response, next) => {
    const fault = faultOf(error);
    if (fault.status >= 500) log.error({ err: error, method: request.method, path: request.path });
    if (response.headersSent) return next(error);
    sendProblem(response, fault);
  };
  app.use(onError);
  return app;
}

function limit(requestsPerMinute: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: requestsPerMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: () => {
      throw new HttpFault(429, 'too-many-requests', `At most ${requestsPerMinute} requests a minute are answered.`);
    },
  });
}

/** The engine's worker, which solves hiring plans with a solver in WebAssembly. Pages themselves compile nothing. */
const ENGINE_WORKER = /^\/assets\/engine\.worker-[\w-]+\.js$/;

const solverMayCompile: RequestHandler = (request, response, next) => {
  const policy = response.getHeader('Content-Security-Policy');
  if (ENGINE_WORKER.test(request.path) && typeof policy === 'string') {
    response.set(
      'Content-Security-Policy',
      policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'"),
    );
  }
  next();
};

/** Scripts and workers from this server alone, none inline; Mantine sets inline style attributes. */
function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        // Larger workbooks are packed by fflate in a worker that it makes from a blob; such a worker has this policy too.
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Plain HTTP on the loopback; a browser must not remember to ask localhost for TLS.
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
}
