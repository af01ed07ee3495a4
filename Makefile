MVN ?= mvn
COMPOSE ?= docker compose
# five applications start in one process: without the second compiler they are ready in three quarters of the time
JAVA_OPTS ?= -XX:TieredStopAtLevel=1

LOCAL_JAR := routes-local/target/recarga-local.jar
# the classes as the first run leaves them to the next ones, when it ends (class data sharing)
LOCAL_CLASSES := routes-local/target/recarga-local.jsa
TERMINAL_JAR := routes-terminal/target/routes-terminal.jar
SOURCES := $(shell find pom.xml routes-*/pom.xml routes-*/src/main docs/openapi-*.yaml -type f)
TERMINAL_SOURCES := $(filter-out routes-server/% routes-local/% routes-faltas/%,$(SOURCES))
, := ,
FALTAS_JAR := routes-faltas/target/routes-faltas.jar

# $(call compilar,MODULES): a line for each module while it is built, then for each hundred files that are downloaded; of what
# Maven has to say besides only the errors, which end make.
define compilar
@echo 'Compilando; da primeira vez o Maven baixa o que falta, o que demora uns minutos.' >&2
@{ $(MVN) -B -Dstyle.color=never -DskipTests -Dspotless.check.skip -pl $(1) -am package || printf '\n[ERROR] O Maven não terminou\n'; } | { \
	files=0 failed=0; \
	while IFS= read -r line; do case $$line in \
		*'[INFO] Building Recarga'*) echo "  $${line#*Building }" ;; \
		*'Downloaded from'*) files=$$((files + 1)); [ $$((files % 100)) -ne 0 ] || echo "  $$files arquivos baixados" ;; \
		*'[ERROR]'*) echo "$$line"; failed=1 ;; \
	esac; done; exit $$failed; } >&2
endef

.DEFAULT_GOAL := help
.PHONY: help local terminal test telas visita bench faltas build build-client build-server run-client run-clients run-server1 run-server2 run-server3 run-servers \
	segredos up up-build down logs asyncapi diagramas

help: ## Mostra esta lista
	@awk -F ':.*## ' '/^[a-z].*:.*## / { n = split($$1, names, " "); \
		for (i = 1; i <= n; i++) printf "  make %-13s %s\n", names[i], $$2 }' $(MAKEFILE_LIST)

# Java runs in the background of its shell, which passes signals on and waits: Ctrl-C ends it in good order, and make has
# no failed command to complain about.
local: $(LOCAL_JAR) ## Sobe tudo num só processo, sem Docker (JAVA_OPTS=-Xmx512m ARGS=--recarga.local.mqtt-port=1884)
	@if [ $(LOCAL_CLASSES) -nt $(LOCAL_JAR) ]; then classes=-XX:SharedArchiveFile once=; \
	else classes=-XX:ArchiveClassesAtExit once='echo Guardando as classes para que a próxima partida demore bem menos: uns dez segundos, só desta vez'; fi; \
	java $(JAVA_OPTS) $$classes=$(LOCAL_CLASSES) '-Xlog:cds*=off' -jar $(LOCAL_JAR) $(ARGS) & pid=$$!; \
	trap 'ended=yes; kill $$pid; $$once' INT TERM; \
	wait $$pid; status=$$?; \
	if [ -n "$$ended" ]; then wait $$pid || true; else [ -z "$$once" ] || rm -f $(LOCAL_CLASSES); exit $$status; fi

# With the terminal, which make terminal would otherwise build all of this again for.
# touch, because the build gives the jars the fixed date of a reproducible build
$(LOCAL_JAR): $(filter-out routes-terminal/% routes-faltas/%,$(SOURCES))
	$(call compilar,routes-local$(,)routes-terminal)
	@touch $(TERMINAL_JAR) $@

terminal: $(TERMINAL_JAR) ## Abre o menu, ou roda um comando (ARGS="postos --servidor server1"), no broker de make local
	@bin/recarga $(ARGS)

$(TERMINAL_JAR): $(TERMINAL_SOURCES)
	$(call compilar,routes-terminal)
	@touch $@

test: ## Compila, confere a formatação e roda todos os testes
	$(MVN) verify

diagramas: ## Reescreve docs/rotas.md a partir das rotas no ar
	$(MVN) -q -Dspotless.check.skip -Dsurefire.failIfNoSpecifiedTests=false -Drecarga.reescrever-docs=true \
		-pl routes-e2e -am test -Dtest=RotasTest

asyncapi: ## Valida docs/asyncapi*.yaml com o validador oficial (com Node)
	.ci/asyncapi

telas: ## Refaz as figuras das páginas em docs/telas (precisa do Chromium, do Mosquitto e do Prometheus)
	RECARGA_EXIGE_NAVEGADOR=true $(MVN) -q -pl routes-e2e -am test -Dtest='br.com.recarga.e2e.Pagina*Test' \
		-Dsurefire.failIfNoSpecifiedTests=false
	cp $(patsubst docs/telas/%,routes-e2e/target/telas/%,$(filter-out docs/telas/vigiar.png,$(wildcard docs/telas/*.png))) docs/telas
	$(MVN) -q -DskipTests -Dspotless.check.skip -pl routes-server,routes-client -am package
	PICTURE=docs/telas/vigiar.png .ci/observar

visita: ## Conta pedidos e bytes de uma primeira e de uma segunda visita à página dos motoristas (precisa do Chromium)
	bench/visita

bench: ## Mede sistemas inteiros lado a lado (com o wrk; uma hora e meia, ou ARGS=--curto)
	bench/tabela $(ARGS)

faltas: $(FALTAS_JAR) ## Prova sistemas inteiros sob faltas de verdade (com o Mosquitto; uns minutos, ou ARGS="--semente 7 --segundos 60 --partes sqlite")
	@java -jar $(FALTAS_JAR) $(ARGS)

$(FALTAS_JAR): $(filter-out routes-terminal/% routes-local/%,$(SOURCES))
	$(call compilar,routes-server$(,)routes-client$(,)routes-faltas)
	@touch $@

build: build-server build-client ## Constrói as imagens

build-client: ## Constrói as imagens dos clientes e a do terminal
	$(COMPOSE) build client_servidor_1 client_servidor_2 terminal

build-server: ## Constrói as imagens dos servidores
	$(COMPOSE) build server_1 server_2 server_3

run-client: ## Abre o menu em contêiner, ou roda um comando (ARGS="postos"), no sistema de make up
	$(COMPOSE) run --rm terminal $(ARGS)

run-clients: ## Sobe os dois clientes em contêineres, com o broker
	$(COMPOSE) up -d client_servidor_1 client_servidor_2

run-server1 run-server2 run-server3: run-server%: ## Sobe esse servidor em contêiner, com o broker
	$(COMPOSE) up -d server_$*

run-servers: ## Sobe os três servidores em contêineres, com o broker
	$(COMPOSE) up -d server_1 server_2 server_3

# .env tells Compose as whom the broker and PostgreSQL run, and in which group the parties: only they can read their secrets.
segredos: ## Cria senhas, direitos e certificados do sistema em contêineres (ARGS=--certificado); de novo, não muda nenhum
	@bin/recarga-partes add $(ARGS) s.server1 s.server2 s.server3 c.client_servidor_1 c.client_servidor_2 c.terminal o.saude
	@owner=$$(ls -nd "$${RECARGA_SEGREDOS:-segredos}/broker" | awk '{ print $$3 ":" $$4 }'); \
	group=$$(ls -nd "$${RECARGA_SEGREDOS:-segredos}/partes" | awk '{ print $$4 }'); \
	database=$$(ls -nd "$${RECARGA_SEGREDOS:-segredos}/postgresql" 2>/dev/null | awk '{ print "RECARGA_BANCO_USUARIO=" $$3 ":" $$4 }'); \
	others=$$(grep -sv -e '^RECARGA_BROKER_USUARIO=' -e '^RECARGA_BANCO_USUARIO=' -e '^RECARGA_PARTES_GRUPO=' .env || true); \
	printf '%s\n' $${others:+"$$others"} "RECARGA_BROKER_USUARIO=$$owner" $$database "RECARGA_PARTES_GRUPO=$$group" >.env

up: ## Sobe tudo em contêineres e espera até que responda
	$(COMPOSE) up -d --wait

up-build: ## Reconstrói as imagens e faz o mesmo
	$(COMPOSE) up -d --build --wait

down: ## Encerra os contêineres; os bancos de dados ficam
	$(COMPOSE) down

logs: ## Acompanha o que os contêineres registram
	$(COMPOSE) logs -f || true
