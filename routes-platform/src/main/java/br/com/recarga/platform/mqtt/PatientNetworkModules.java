package br.com.recarga.platform.mqtt;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.internal.NetworkModule;
import org.eclipse.paho.mqttv5.client.internal.SSLNetworkModuleFactory;
import org.eclipse.paho.mqttv5.client.internal.TCPNetworkModuleFactory;
import org.eclipse.paho.mqttv5.client.spi.NetworkModuleFactory;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * Paho's connections over TCP and TLS, for {@code mqtt://} and {@code mqtts://}, of which nobody hears that they broke before
 * the first word was said on them. Paho starts a thread that reads and then one that writes, and looks every 100 ms whether it
 * runs: of one that has ended by then it waits for ever, and so one thread stayed behind at each attempt at a broker that hangs
 * up at once.
 */
public final class PatientNetworkModules implements NetworkModuleFactory {

    private static final String CLEAR = "mqtt";
    private static final String ENCRYPTED = "mqtts";
    private static final long PATIENCE_S = 10;
    private static final int AT_ONCE = 16 * 1024;

    private final NetworkModuleFactory clear = new TCPNetworkModuleFactory();
    private final NetworkModuleFactory encrypted = new SSLNetworkModuleFactory();

    @Override
    public Set<String> getSupportedUriSchemes() {
        return Set.of(CLEAR, ENCRYPTED);
    }

    @Override
    public void validateURI(URI broker) {
        factory(broker).validateURI(broker);
    }

    @Override
    public NetworkModule createNetworkModule(URI broker, MqttConnectionOptions options, String clientId)
            throws MqttException {
        return new Patient(factory(broker).createNetworkModule(broker, options, clientId));
    }

    private NetworkModuleFactory factory(URI broker) {
        return ENCRYPTED.equals(broker.getScheme()) ? encrypted : clear;
    }

    private static final class Patient implements NetworkModule {

        private final NetworkModule module;
        private final CountDownLatch firstWord = new CountDownLatch(1);
        private volatile IOException broken;

        Patient(NetworkModule module) {
            this.module = module;
        }

        @Override
        public void start() throws IOException, MqttException {
            module.start();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            // Paho takes a packet byte by byte at first, and each would be a call of the system
            return new BufferedInputStream(new Heard(module.getInputStream()), AT_ONCE);
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return new Said(module.getOutputStream());
        }

        @Override
        public void stop() throws IOException {
            firstWord.countDown();
            module.stop();
        }

        @Override
        public String getServerURI() {
            return module.getServerURI();
        }

        private final class Heard extends FilterInputStream {

            Heard(InputStream in) {
                super(in);
            }

            @Override
            public int read() throws IOException {
                return heard(super::read);
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return heard(() -> super.read(bytes, offset, length));
            }

            @Override
            public int available() throws IOException {
                return heard(super::available);
            }

            private int heard(Reading reading) throws IOException {
                try {
                    int read = reading.read();
                    if (read < 0) {
                        awaitFirstWord();
                    }
                    return read;
                } catch (SocketTimeoutException silence) {
                    throw silence;
                } catch (IOException e) {
                    if (firstWord.getCount() > 0) {
                        broken = e;
                        awaitFirstWord();
                    }
                    throw e;
                }
            }

            private void awaitFirstWord() throws IOException {
                try {
                    firstWord.await(PATIENCE_S, TimeUnit.SECONDS);
                } catch (InterruptedException told) {
                    Thread.currentThread().interrupt();
                    throw new InterruptedIOException();
                }
            }
        }

        private final class Said extends FilterOutputStream {

            Said(OutputStream out) {
                super(out);
            }

            @Override
            public void write(int b) throws IOException {
                say();
                out.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                say();
                out.write(bytes, offset, length);
            }

            /** What was heard says better why than that nothing can be said any more. */
            private void say() throws IOException {
                firstWord.countDown();
                IOException heard = broken;
                if (heard != null) {
                    throw heard;
                }
            }
        }
    }

    private interface Reading {
        int read() throws IOException;
    }
}
