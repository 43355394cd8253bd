import { expect, test } from 'vitest'

import { readFeedAddress } from '../../../worker/actions/feed/address.ts'
import { fetchFeed } from '../../../worker/actions/feed/fetch.ts'
import { readOutgoingUrl } from '../../../worker/domain/outgoing-url.ts'
import { northwind } from '../../support/northwind.ts'

const OWN = 'sotto.example'
const PUBLIC = 'https://calendar.example/tom.ics'

/** Hosts that lead inside, in every spelling that a URL parser or a resolver understands. */
const INNER = [
  ...['127.0.0.1', '127.1', '127.0.1', '2130706433', '0x7f000001', '0x7f.0x0.0x0.0x1', '0177.0.0.1'],
  ...['0x7f.1', '017700000001', '127.0.0.1.', '0', '0.0.0.0', '00000.0', '10.0.0.1', '012.0.0.1', '10.1'],
  ...['172.16.0.1', '172.31.255.254', '192.168.1.1', '192.168.257', '3232235777', '0xc0a80101'],
  ...['100.64.0.1', '100.127.255.254', '169.254.169.254', '2852039166', '0xa9fea9fe', '0251.0376.0251.0376'],
  ...['192.0.0.192', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255', '8.8.8.8'],
  ...['[::]', '[::1]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]'],
  ...['[64:ff9b::7f00:1]', '[2002:7f00:1::]', '[fe80::1]', '[fc00::1]', '[fd00:ec2::254]', '[ff02::1]'],
  ...['１２７.０.０.１', '①②⑦.⓪.⓪.①', '127。0。0。1', '127．0．0．1', '127｡0｡0｡1', '%31%32%37.0.0.1'],
  ...[
    'localhost',
    'LOCALHOST',
    'localhost.',
    'localhost..',
    'a.localhost',
    'a.localhost.',
    'ｌｏｃａｌｈｏｓｔ',
  ],
  ...['ⓛⓞⓒⓐⓛⓗⓞⓢⓣ', 'localhost。', 'calendar.local', 'printer.lan', 'router.home', 'x.home.arpa', 'intranet'],
  ...[
    'db.internal',
    'metadata.google.internal',
    'host.docker.internal',
    'vault.internal.',
    'x.corp',
    'x.test',
  ],
  ...['127.0.0.1.nip.io', '7f000001.nip.io', 'a.10-0-0-1.sslip.io', 'x.localtest.me', 'lvh.me', 'a.lvh.me.'],
  ...[
    '1.0.0.127.in-addr.arpa',
    'expyuzz4wqqyqhjn.onion',
    OWN,
    `${OWN}.`,
    OWN.toUpperCase(),
    'ｓｏｔｔｏ.example',
  ],
]
const OTHERWISE = [
  ...['http://calendar.example/a', 'https://calendar.example:8443/a', 'https://calendar.example:80/a'],
  ...[
    'ftp://calendar.example/a',
    'ws://calendar.example/a',
    'gopher://calendar.example',
    'file:///etc/passwd',
  ],
  ...[
    'file://calendar.example/a',
    'javascript:alert(1)',
    'data:text/calendar,BEGIN:VCALENDAR',
    'blob:https://a',
  ],
  ...['about:blank', 'webcal:', 'https:', 'https://', '//calendar.example/a', '/a.ics', 'nothing', '', '\0'],
  ...['https://me@calendar.example/a', 'https://me:word@calendar.example/a', 'https://:@127.0.0.1/a'],
  ...[
    'https://calendar.example@127.0.0.1/a',
    'https://127.0.0.1#@calendar.example/',
    'https:\\\\127.0.0.1\\a',
  ],
  ...[
    'https://127.0.0.1\\@calendar.example/',
    'https://a b.example/',
    'https://.example/',
    'https://a..example/',
  ],
  ...[
    `https://${'a'.repeat(64)}.example/`,
    `https://${'a.'.repeat(130)}example/`,
    'https://calendar.example:0443x/',
  ],
]

const NAMED = [...INNER.map((host) => `https://${host}/a.ics`), ...OTHERWISE]

test('no spelling of an inner address is asked, nor followed to', async () => {
  const taken: string[] = []
  const asked: string[] = []
  let location = ''
  const world = await northwind({
    fetch: (url) => {
      if (url !== PUBLIC) asked.push(url)
      return Promise.resolve(new Response(null, { status: 302, headers: { Location: location } }))
    },
  })
  for (const address of NAMED) {
    const own = { ownHost: OWN, parse: (text: string) => URL.parse(text) }
    if (readOutgoingUrl(address, own).ok || readFeedAddress(address, OWN).ok) taken.push(address)
    if (readFeedAddress(address.replace(/^https:/, 'webcal:'), OWN).ok) taken.push(`webcal of ${address}`)

    const led = URL.parse(address, PUBLIC)
    if (!led || led.host === new URL(PUBLIC).host) continue
    location = led.href
    if ((await fetchFeed(world.platform, PUBLIC, null)).kind !== 'failed') taken.push(`to ${address}`)
  }
  expect(taken).toEqual([])
  expect(asked).toEqual([])
})

test.each([
  PUBLIC,
  'https://calendar.example:443/a',
  'https://calendar.example./a',
  'https://xn--bcher-kva.example/a',
  'https://bücher.example/a',
  'https://10.example/a',
  'https://127.0.0.1.example/a',
  'https://localhost.example/a',
  'https://sotto.example.org/a',
  'https://outlook.office365.example/owa/calendar/a@b/c.ics?x=http://127.0.0.1/',
])('%s is a public address', (address) => {
  expect(readFeedAddress(address, OWN).ok).toBe(true)
})

test.each([
  ['to itself', () => '/tom.ics', 'too-many-redirects'],
  ['to another scheme', () => 'ftp://calendar.example/a', 'redirect-not-https'],
  ['down to http', () => 'http://calendar.example/a', 'redirect-not-https'],
  ['to nowhere', () => 'https://%', 'redirect-unreadable'],
  ['that goes on for long', (hops: number) => `/${'a'.repeat(900)}?${hops}`, 'too-many-redirects'],
  ['without an end', (hops: number) => `/${'a'.repeat(90_000)}?${hops}`, 'redirect-unreadable'],
])('a redirect %s is not followed', async (_, location, problem) => {
  let asked = 0
  const world = await northwind({
    fetch: () => {
      asked += 1
      return Promise.resolve(new Response(null, { status: 302, headers: { Location: location(asked) } }))
    },
  })
  expect(await fetchFeed(world.platform, PUBLIC, null)).toEqual({ kind: 'failed', problem })
  expect(asked).toBeLessThanOrEqual(4)
})

test('a feed that is packed like a bomb is given up after two megabytes of it, in less than three seconds', async () => {
  const began = performance.now()
  const bomb = new Response(new Uint8Array(64 * 1024 * 1024)).body?.pipeThrough(new CompressionStream('gzip'))
  const packed = await new Response(bomb).arrayBuffer()
  expect(packed.byteLength).toBeLessThan(100_000)
  const made = performance.now() - began

  const world = await northwind({
    fetch: () => {
      const unpacked = new Response(packed).body?.pipeThrough(new DecompressionStream('gzip'))
      return Promise.resolve(new Response(unpacked ?? null))
    },
  })
  const asked = performance.now()
  expect(await fetchFeed(world.platform, PUBLIC, null)).toEqual({ kind: 'failed', problem: 'too-large' })
  expect(performance.now() - asked).toBeLessThan(3000)
  expect(made).toBeGreaterThan(0)
})

test('a feed that drips is given up at the deadline', async () => {
  const drip = () =>
    new ReadableStream({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 10))
        controller.enqueue(new Uint8Array([0x20]))
      },
    })
  const world = await northwind({ fetch: () => Promise.resolve(new Response(drip())) })
  expect(await fetchFeed(world.platform, PUBLIC, null, 60)).toEqual({ kind: 'failed', problem: 'timeout' })
})
