// Hosts that only one machine or one network can reach: `localhost`, `192.168.…`, `intranet`.
// A link to one works for its author alone, and a checker that requested one would reveal the inside of a network to strangers.
import { BlockList, isIP } from "node:net";

/** `host` is a URL's `hostname`: in lower case, IPv4 in four numbers, IPv6 in brackets. */
export function isPrivateHost(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  if (isIP(name) !== 0) return isPrivateAddress(name);
  return !name.includes(".") || PRIVATE_NAME.test(name);
}

/** `address` is an IPv4 or IPv6 address, as the system's resolver returns it. */
export function isPrivateAddress(address: string): boolean {
  return isIP(address) === 6 ? PRIVATE.check(address, "ipv6") : PRIVATE.check(address, "ipv4");
}

/** Names reserved for one machine or one network (RFC 6761, 6762, 8375, 9476), and those that routers and offices use. */
const PRIVATE_NAME = /\.(?:localhost|local|localdomain|internal|intranet|lan|home|corp|home\.arpa)$/;

const IPV4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
] as const;

const IPV6 = [
  ["::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 32],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
] as const;

/** Addresses that IANA's registries of special-purpose addresses do not call global, including IPv4 inside IPv6. */
const PRIVATE = privateList();

function privateList(): BlockList {
  const list = new BlockList();
  for (const [net, bits] of IPV4) {
    list.addSubnet(net, bits, "ipv4");
    // How an IPv6-only network writes all of IPv4 (RFC 6052): the host is as private as its IPv4 address.
    list.addSubnet(`64:ff9b::${net}`, 96 + bits, "ipv6");
  }
  for (const [net, bits] of IPV6) list.addSubnet(net, bits, "ipv6");
  return list;
}
