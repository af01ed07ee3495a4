import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A road to the broker: what goes through it arrives later by so many milliseconds, in each direction. Operators and
 * drivers are not on one machine, where a network costs nothing.
 *
 * <pre>java bench/Distancia.java PORT BROKER_PORT MILLISECONDS</pre>
 */
public final class Distancia {

    private static final int BUFFER = 64 * 1024;

    private record Arriving(byte[] bytes, long atNanos) {}

    public static void main(String[] args) throws IOException {
        int brokerPort = Integer.parseInt(args[1]);
        long delayNanos = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(args[2]));
        try (ServerSocket road = new ServerSocket(Integer.parseInt(args[0]), 50, InetAddress.getLoopbackAddress())) {
            while (true) {
                Socket near = road.accept();
                try {
                    Socket far = new Socket(InetAddress.getLoopbackAddress(), brokerPort);
                    near.setTcpNoDelay(true);
                    far.setTcpNoDelay(true);
                    way(near, far, delayNanos);
                    way(far, near, delayNanos);
                } catch (IOException noBroker) {
                    near.close();
                }
            }
        }
    }

    /** One reads and one writes, so that what comes meanwhile is on its way too. */
    private static void way(Socket from, Socket to, long delayNanos) {
        LinkedBlockingQueue<Arriving> onTheWay = new LinkedBlockingQueue<>();
        thread(() -> {
            try (from; InputStream in = from.getInputStream()) {
                byte[] buffer = new byte[BUFFER];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    onTheWay.add(new Arriving(Arrays.copyOf(buffer, n), System.nanoTime() + delayNanos));
                }
            } catch (IOException closed) {
                // the other direction ends too
            }
            onTheWay.add(new Arriving(new byte[0], System.nanoTime() + delayNanos));
        });
        thread(() -> {
            try (to; OutputStream out = to.getOutputStream()) {
                for (Arriving next = onTheWay.take(); next.bytes().length > 0; next = onTheWay.take()) {
                    TimeUnit.NANOSECONDS.sleep(next.atNanos() - System.nanoTime());
                    out.write(next.bytes());
                }
            } catch (IOException closed) {
                // the other direction ends too
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }
}
