"""Which addresses are out on the public internet, and which are ours or nobody's."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

NAT64 = IPv6Network("64:ff9b::/96")
"""Addresses that an IPv6-only network makes of IPv4 ones (RFC 6052)."""
NAT64_LOCAL = IPv6Network("64:ff9b:1::/48")
IPV4_COMPATIBLE = IPv6Network("::/96")


def is_public(text: str) -> bool:
    """Whether this IP address belongs to some public host.

    Those that wrap an IPv4 address (mapped, NAT64, 6to4, Teredo) are judged by what they wrap.
    """
    address = ip_address(text.partition("%")[0])
    if isinstance(address, IPv6Address):
        return _is_public_v6(address)
    return _is_public_v4(address)


def _is_public_v4(address: IPv4Address) -> bool:
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _is_public_v6(address: IPv6Address) -> bool:
    wrapped = address.ipv4_mapped or address.sixtofour
    if wrapped is None and address in NAT64:
        wrapped = IPv4Address(int(address) & 0xFFFFFFFF)
    if wrapped is not None:
        return _is_public_v4(wrapped)
    refused = (
        address.is_multicast
        or address.is_reserved
        or address.is_unspecified
        or address.is_link_local
        or address.is_site_local
        or address.teredo is not None
        or address in NAT64_LOCAL
        or address in IPV4_COMPATIBLE
    )
    return address.is_global and not refused
