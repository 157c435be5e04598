/**
 * Requests and responses that are Express's from the beginning. Express sets the prototype of each that it is handed
 * (`application.js`), and V8 keeps objects changed so, with all that hangs on them, through many collections of what is young: pauses
 * of ten milliseconds at 200 requests a second, where otherwise they take less than one. Where the prototype is the right one
 * already, to set it does nothing.
 */

import { IncomingMessage, type RequestListener, ServerResponse } from "node:http";

interface Messages {
  readonly IncomingMessage: typeof IncomingMessage;
  readonly ServerResponse: typeof ServerResponse;
}

/** Classes for an app's server, and the app set up for them; Node's own for a listener that is no Express app. */
export function messagesOf(app: RequestListener & { request?: object; response?: object }): Messages {
  if (!app.request || !app.response) return { IncomingMessage, ServerResponse };
  class AppRequest extends IncomingMessage {}
  class AppResponse<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {}
  Object.setPrototypeOf(AppRequest.prototype, app.request);
  Object.setPrototypeOf(AppResponse.prototype, app.response);
  app.request = AppRequest.prototype;
  app.response = AppResponse.prototype;
  return { IncomingMessage: AppRequest, ServerResponse: AppResponse };
}
