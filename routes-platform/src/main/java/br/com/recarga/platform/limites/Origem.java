package br.com.recarga.platform.limites;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/** Whom a request is counted for: an address; of IPv6 the network, as whoever has one address there has all of its 2^64. */
public final class Origem {

    private static final int IPV6_NETWORK_HEX_DIGITS = 16;

    private Origem() {}

    /** @param address as numbers, which nobody is asked to resolve */
    public static String de(String address) {
        try {
            return de(InetAddress.getByName(address));
        } catch (UnknownHostException unknown) {
            return address;
        }
    }

    static String de(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress()).substring(0, IPV6_NETWORK_HEX_DIGITS) + "::/64"
                : address.getHostAddress();
    }
}
