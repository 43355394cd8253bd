import fc from 'fast-check'
import { expect, test } from 'vitest'

import { networkOf } from '../../../worker/domain/sign-in/network.ts'

const NETWORKS: Readonly<Record<string, readonly string[]>> = {
  '192.0.2.7': [
    '192.0.2.7',
    ' 192.0.2.7 ',
    '::ffff:192.0.2.7',
    '::FFFF:192.0.2.7',
    '::ffff:c000:207',
    '0:0:0:0:0:ffff:c000:0207',
    '0000:0000:0000:0000:0000:FFFF:192.0.2.7',
    '[::ffff:192.0.2.7]',
  ],
  '2001:db8:0:1::/64': [
    '2001:db8:0:1::1',
    '2001:DB8:0:1::1',
    '2001:0db8:0000:0001:0000:0000:0000:0001',
    '2001:db8:0:1:ffff:ffff:ffff:ffff',
    '2001:db8::1:0:0:0:2',
    '2001:db8:0:1::192.0.2.7',
    '[2001:db8:0:1::1]',
    '2001:db8:0:1::1%eth0',
    '2001:db8:0:1:a:b:c::',
  ],
  '2001:db8:0:0::/64': ['2001:db8::', '2001:db8::1', '2001:db8::ffff:1', '2001:db8:0:0:0:0:0:9'],
  'fe80:0:0:0::/64': ['fe80::1%en0', 'FE80::1%25lo0', 'fe80::dead:beef'],
  '0:0:0:0::/64': ['::', '::1', '0:0:0:0:0:0:0:1'],
}

test.each(Object.entries(NETWORKS))('%s is one network, however it is written', (network, spellings) => {
  expect(spellings.map(networkOf)).toEqual(spellings.map(() => network))
})

test('neighbours of another /64 are another network', () => {
  expect(networkOf('2001:db8:0:2::1')).not.toBe(networkOf('2001:db8:0:1::1'))
  expect(networkOf('192.0.2.8')).not.toBe(networkOf('192.0.2.7'))
})

test('what is no address is one network for all, and no allowance of its own', () => {
  const none = [
    undefined,
    null,
    '',
    ' ',
    'local',
    '256.1.1.1',
    '1.2.3',
    '01.2.3.4.5',
    '192.0.2.7, 198.51.100.1',
  ]
  const broken = [
    '1::2::3',
    ':::',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '12345::',
    'g::1',
    '1.2.3.4::',
    '::1.2.3.4.5',
  ]
  const odd = ['192.0.2.7\n', '0x7f.0.0.1', '２００１::１', '1:2:3:4:5:6:7:8::', 'x'.repeat(1_000_000)]
  const found = new Set([...none, ...broken, ...odd.slice(1)].map(networkOf))
  expect([...found]).toEqual(['unknown'])
  expect(networkOf(odd[0])).toBe('192.0.2.7')
})

test('whatever stands in the header, it is read, and is one of few', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      expect(networkOf(text)).toMatch(/^(?:unknown|\d+(?:\.\d+){3}|[\da-f]+(?::[\da-f]+){3}::\/64)$/)
    }),
  )
  fc.assert(
    fc.property(fc.ipV6(), (address) => {
      expect(networkOf(address)).not.toBe('unknown')
    }),
  )
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(networkOf(`::ffff:${address}`)).toBe(address)
    }),
  )
})
