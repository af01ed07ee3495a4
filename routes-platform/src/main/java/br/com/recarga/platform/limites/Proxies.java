package br.com.recarga.platform.limites;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** The proxies that are believed when they say on whose behalf they come. */
public final class Proxies {

    private final List<IpAddressMatcher> ranges;

    /**
     * @param cidr addresses or networks, such as {@code 10.0.0.5,fd00::/8}; blank: none
     * @throws IllegalArgumentException if one is neither
     */
    public Proxies(String cidr) {
        this.ranges = Stream.of(cidr.split(","))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .map(IpAddressMatcher::new)
                .toList();
    }

    /** @param address as numbers */
    public boolean contains(String address) {
        return ranges.stream().anyMatch(range -> range.matches(address));
    }
}
