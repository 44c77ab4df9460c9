/** What answers requests, for the rooms that mount something on it: restify is nobody else's to import. */
export type { Next, Request, RequestHandler, Response, Server } from 'restify';
