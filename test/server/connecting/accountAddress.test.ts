import { describe, expect, it } from 'vitest';
import { readAccountAddress } from '../../../src/server/connecting/accountAddress.js';
import type { ConnectRules } from '../../../src/server.js';

const optional: ConnectRules = { baseUrl: 'optional' };

describe('the address of an account', () => {
  it.each([
    ['https://shop.myshopify.com', 'https://shop.myshopify.com'],
    ['shop.myshopify.com', 'https://shop.myshopify.com'],
    [' HTTPS://Shop.Example:8443/admin?x=1#y ', 'https://shop.example:8443'],
    ['http://shop.example/', 'http://shop.example'],
    ['münchen.example', 'https://xn--mnchen-3ya.example'],
    ['https://93.184.216.34', 'https://93.184.216.34'],
    ['https://[2606:2800:220:1::1]', 'https://[2606:2800:220:1::1]'],
  ])('%s goes on as %s', (text, origin) => {
    expect(readAccountAddress(text, optional)).toBe(origin);
  });

  it.each(['', '  ', undefined])('may be left out: %j', (text) => {
    expect(readAccountAddress(text, optional)).toBeUndefined();
    expect(readAccountAddress(text, {})).toBeUndefined();
    expect(() => readAccountAddress(text, { baseUrl: 'required' })).toThrow(/Enter the address/);
  });

  it('is not taken where the system has none', () => {
    expect(() => readAccountAddress('https://a.example', {})).toThrow(/no address/);
  });

  it.each([
    'ftp://a.example',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://user@a.example',
    'https://user:secret@a.example',
    'mailto:a@b.example',
    'https://',
    'http://a b',
  ])('%s is refused', (text) => {
    expect(() => readAccountAddress(text, optional)).toThrow(/web address|user name/);
  });

  it.each([
    'localhost',
    'localhost.',
    'http://LOCALHOST:8080',
    'db.localhost',
    'intranet',
    'printer.local',
    'metadata.google.internal',
    'nas.home.arpa',
    '127.0.0.1',
    '127.1',
    '0x7f000001',
    '2130706433',
    '017700000001',
    'localhost..',
    '127.0.0.1..',
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '[::1]',
    '[::]',
    '[fe80::1]',
    '[fd12:3456::1]',
    '[::ffff:10.0.0.1]',
    '[64:ff9b::a00:1]',
    '[2002:a00:1::]',
    '[2001:db8::1]',
  ])('%s is of a private network', (host) => {
    expect(() => readAccountAddress(host, optional)).toThrow(/private networks/);
  });

  it.each(['172.15.0.1', '172.32.0.1', '11.0.0.1', '100.128.0.1', '192.169.0.1'])(
    '%s is public',
    (host) => {
      expect(readAccountAddress(host, optional)).toBe(`https://${host}`);
    },
  );

  it('stays in the domains of the host, and reaches a private one only by being listed', () => {
    const allowedDomains = ['myshopify.com', 'localhost', '10.0.0.5'];
    const read = (text: string): unknown =>
      readAccountAddress(text, { ...optional, allowedDomains });
    expect(read('shop.MyShopify.com')).toBe('https://shop.myshopify.com');
    expect(read('myshopify.com.')).toBe('https://myshopify.com.');
    expect(read('http://localhost:3000')).toBe('http://localhost:3000');
    expect(read('http://10.0.0.5')).toBe('http://10.0.0.5');
    for (const text of [
      'evilmyshopify.com',
      'myshopify.com.evil.example',
      '10.0.0.6',
      'a.example',
    ]) {
      expect(() => read(text)).toThrow(/not allowed/);
    }
  });
});
