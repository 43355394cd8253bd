import { Hono } from 'hono'

/** The least that a request takes here: what the others are measured against. */
export const bare = new Hono().get('/bench/bare', (c) => c.text('ok'))
