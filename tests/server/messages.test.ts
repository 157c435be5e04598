/** Requests and responses have the prototypes that Express would set, so that to set them changes nothing. */
import http from "node:http";
import { Socket } from "node:net";
import express from "express";
import { describe, expect, it } from "vitest";
import { messagesOf } from "../../src/server/messages.ts";

describe("the messages of an app", () => {
  const app = express();
  const { request: before } = app as unknown as { readonly request: object };
  const { IncomingMessage, ServerResponse } = messagesOf(app);
  const { request, response } = app as unknown as { readonly request: object; readonly response: object };
  const message = new IncomingMessage(new Socket());

  it("begin as what the app makes of them", () => {
    expect(Object.getPrototypeOf(message)).toBe(request);
    expect(Object.getPrototypeOf(new ServerResponse(message))).toBe(response);
  });

  it("are still Express's and Node's", () => {
    expect(Object.getPrototypeOf(request)).toBe(before);
    expect(message).toBeInstanceOf(http.IncomingMessage);
    expect(message).toMatchObject({ app });
  });

  it("are Node's own where a listener is no app", () => {
    expect(messagesOf(() => {})).toEqual({
      IncomingMessage: http.IncomingMessage,
      ServerResponse: http.ServerResponse,
    });
  });
});
