import type { Request, Response, Server } from 'restify';
import type { Config } from '../../config.js';
import { protect } from '../protect.js';
import { pagesCss } from './layout.js';
import { privacyPage, type Retention } from './privacy.html.js';
import { termsPage } from './terms.html.js';

/** `/privacy` and `/terms`, open to everyone: the app's package names them. */
export function mountPages(
  server: Server,
  { config, retention }: { config: Config; retention: Retention },
): void {
  const operator = {
    operatorName: config.OPERATOR_NAME,
    ...(config.OPERATOR_EMAIL ? { operatorEmail: config.OPERATOR_EMAIL } : {}),
  };
  serve('/privacy', 'text/html', privacyPage({ ...operator, retention, model: config.model?.kind }));
  serve('/terms', 'text/html', termsPage(operator));
  serve('/pages.css', 'text/css', pagesCss);

  function serve(path: string, type: string, body: string): void {
    server.get(path, (request: Request, response: Response, next) => {
      protect(request, response);
      response.setHeader('Content-Type', `${type}; charset=utf-8`);
      response.setHeader('Cache-Control', 'no-cache');
      response.end(body);
      next();
    });
  }
}
