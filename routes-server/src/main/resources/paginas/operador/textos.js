// What the operator reads, in two languages. Portuguese is the system's.

const CHAVE = 'recarga.idioma';

const PT = {
  titulo: 'Operador · Recarga', pular: 'Ir para o conteúdo', operador: 'operador', vistas: 'Visões',
  postos: 'Postos', reservas: 'Reservas', ocupacao: 'Ocupação', outroIdioma: 'English', siglaDoOutro: 'EN',
  temaClaro: 'Usar o tema claro', temaEscuro: 'Usar o tema escuro', entrar: 'Entrar', sair: 'Sair', api: 'A API deste servidor',
  vivo: 'Ao vivo', semBroker: 'Sem broker', semResposta: 'Sem resposta', aoLigar: 'Conectando…',
  semServidor: 'O servidor não responde desde {hora}. O que se vê é de antes; a página tenta de novo a cada 5 segundos.',
  nunca: 'O servidor não responde. A página tenta de novo a cada 5 segundos.',
  atualizado: 'Atualizado às {hora}',
  filtrarEstado: 'Filtrar por estado', filtrarPostos: 'Filtrar postos', procurar: 'Procurar', procurarDica: 'Nome, cidade ou número',
  procurarReservaDica: 'Placa, posto ou número', conector: 'Conector', todos: 'Todos', todas: 'Todas', ordenar: 'Ordenar por',
  legendaPostos: 'Postos deste servidor e seu estado', nenhumPosto: 'Nenhum posto assim.', maisPostos: 'Mostrar mais', postosVistos: '{vistos} de {todos} postos',
  livre: 'Livre', ocupado: 'Ocupado', indisponivel: 'Indisponível', manutencao: 'Em manutenção',
  filtroTodos: 'Todos', filtroLivre: 'Livres', filtroOcupado: 'Ocupados', filtroIndisponivel: 'Indisponíveis', filtroManutencao: 'Manutenção',
  numero: 'Nº', nome: 'Nome', cidade: 'Cidade', potencia: 'Potência', preco: 'Preço', estado: 'Estado', proxima: 'Próximo horário livre',
  agora: 'agora', agoraAte: 'agora, até {fim}', desde: 'a partir de {inicio}', entre: '{inicio} a {fim}', semFolga: 'nenhum em 7 dias',
  emManutencao: 'Manutenção', interruptor: 'Manutenção do posto {id}, {nome}', ligado: 'Sim', desligado: 'Não',
  trancadoReservas: 'As reservas são dos motoristas: só o operador as vê.', trancadoOcupacao: 'Os números do negócio são só do operador.',
  dia: 'Dia', diaAntes: 'Dia anterior', diaDepois: 'Dia seguinte', hoje: 'Hoje', situacao: 'Situação',
  legendaReservas: 'Reservas do dia escolhido', nenhumaReserva: 'Nenhuma reserva assim neste dia.',
  mostrarDeAntes: 'Mostrar as {n} que já passaram', esconderDeAntes: 'Esconder as {n} que já passaram',
  resumoReservas: '{mostradas} de {total} reservas de hoje', resumoReservasDoDia: '{mostradas} de {total} reservas de outro dia: {dia}', muitas: 'São demais para uma página: veem-se as {n} mais tardias.',
  horario: 'Horário', posto: 'Posto', placa: 'Placa', acoes: 'Ações', daViagem: 'parada de uma viagem',
  PRE_RESERVADA: 'Pré-reservada', CONFIRMADA: 'Confirmada', EM_ANDAMENTO: 'Carregando', CONCLUIDA: 'Concluída', CANCELADA: 'Cancelada', EXPIRADA: 'Expirada',
  chegou: 'Chegou', terminar: 'Terminar', mudar: 'Mudar', cancelar: 'Cancelar', historico: 'Histórico', fechar: 'Fechar', voltar: 'Voltar',
  chegouRotulo: 'Chegou o carro {placa}', terminarRotulo: 'Terminar o carregamento de {placa}', mudarRotulo: 'Mudar o horário de {placa}',
  cancelarRotulo: 'Cancelar a reserva de {placa}', historicoRotulo: 'Histórico da reserva de {placa}',
  chegouFeito: '{placa} está carregando no posto {posto}.', terminarTitulo: 'Terminar o carregamento', terminarTexto: '{placa} no posto {posto}, {nome}.',
  jaTerminou: 'O carregamento de {placa} no posto {posto} já tinha terminado.',
  energia: 'Energia entregue (kWh); vazio: não se sabe', terminarFeito: 'Carregamento de {placa} terminado: {custo}.',
  mudarTitulo: 'Mudar o horário', mudarTexto: '{placa} no posto {posto}, {nome}. Se o novo horário está tomado, nada muda.',
  inicio: 'Início', fim: 'Fim', mudarFeito: 'Reserva de {placa}: agora {inicio} a {fim}.',
  trocarPosto: 'Outro posto', trocarPostoRotulo: 'Passar a reserva de {placa} a outro posto', trocarPostoTitulo: 'Passar ao posto ao lado',
  trocarPostoTexto: 'A reserva de {placa} é do posto {posto}, {nome}, {inicio} a {fim}. A hora e o preço ficam os mesmos; o motorista é avisado.',
  novoPostoDaReserva: 'Novo posto', trocarPostoFeito: 'A reserva de {placa} passou ao posto {posto}.', nenhumAoLado: 'Não há outro posto no mesmo local que o {posto}, com o mesmo conector e ao menos a mesma potência.',
  trocarPostoSim: 'Passar para este posto', postoLivreNaJanela: '{id} · {nome}, {cidade} (livre no horário da reserva)', postoTomadoNaJanela: '{id} · {nome}, {cidade} (não está livre no horário da reserva)',
  cancelarTitulo: 'Cancelar a reserva?', cancelarSim: 'Cancelar a reserva', cancelarTexto: '{placa} no posto {posto}, {nome}, {inicio} a {fim}. O motorista é avisado.',
  motivo: 'Motivo (o motorista o lê)', cancelarFeito: 'Reserva de {placa} cancelada.',
  historicoTitulo: 'Histórico da reserva', historicoLinha: '{para}, pelo {por}', historicoMudou: 'mudança, pelo {por}',
  MOTORISTA: 'motorista', OPERADOR: 'operador', SISTEMA: 'sistema',
  novoPosto: 'Novo posto', importarPostos: 'Importar CSV', baixarPostos: 'Baixar CSV', fora: 'Fora de serviço', gerir: 'Gerir', gerirRotulo: 'Gerir o posto {id}, {nome}',
  numeroDoPosto: 'Número (vazio: o servidor escolhe)', uf: 'UF', localizacao: 'Lugar', localizacaoDica: 'Latitude e longitude em graus, como -12.2888,-38.9604',
  potenciaKw: 'Potência (kW)', precoKwh: 'Preço (R$/kWh)', criar: 'Criar', gravar: 'Gravar', postoCriado: 'Posto {id}, {nome}, criado.',
  mudarPosto: 'Mudar dados e preço', mudarPostoTitulo: 'Mudar o posto {id}', mudarPostoTexto: 'Quem já reservou paga o preço que combinou.', postoMudado: 'Posto {id}, {nome}, mudado.',
  mudarPostoAtinge: 'Reservas cujos motoristas seriam avisados de que o posto já não é o mesmo: {n}. Se é isso mesmo, grave outra vez.',
  numeroEsperado: 'deve ser um número, como 22,5', haErros: 'Há o que corrigir.',
  importarTitulo: 'Importar postos de um CSV', importarTexto: 'Cria os postos que faltam, muda os que diferem e deixa os outros. Antes se vê o que mudaria. As colunas são as do arquivo de Baixar CSV.',
  arquivoCsv: 'Arquivo CSV', escolherOutraVez: 'O arquivo mudou ou não pôde ser lido. Escolha o arquivo outra vez.', importarParcial: 'Importar as linhas boas, embora outras não o sejam', conferir: 'Conferir', importar: 'Importar',
  importaria: 'Novos: {inseridos} · mudados: {alterados} · iguais: {inalterados} · reservas cujos motoristas seriam avisados: {afetadas}',
  importado: 'Importado. Novos: {inseridos} · mudados: {alterados} · iguais: {inalterados}.', importarErros: 'Linhas com erro: {linhas} · erros: {n}', linhaDoArquivo: 'linha {linha}', importadoSem: 'Linhas deixadas de fora: {n} ({quais}).', importarAvisos: 'Duvidosos: {n}',
  importarComErros: 'Corrija o arquivo, ou escolha importar só as linhas boas.',
  foraTitulo: 'Fora de serviço, agora e depois', nadaFora: 'Nenhum posto está nem estará fora de serviço.', semFim: 'que se diga o contrário',
  foraDesligado: '{id} · {nome}: desligado, até que se ligue', foraManutencao: '{id} · {nome}: em manutenção agora, de {inicio} até {fim}. {motivo}', foraMarcada: '{id} · {nome}: manutenção marcada, de {inicio} até {fim}. {motivo}',
  foraTexto: 'Em manutenção: ninguém carrega nem reserva nesse tempo, e as reservas dele são canceladas. Marcada: o mesmo, mais tarde; até lá o posto serve. Desligado: ninguém reserva até que se ligue; as reservas que há ficam.',
  marcarDica: 'Agora ou mais tarde: cancela as reservas desse tempo; antes e depois o posto serve.', desligarDica: 'Ninguém reserva até que se ligue; as reservas que há ficam.',
  ocupadoCarregando: 'Ocupado: carregando', ocupadoReservado: 'Ocupado: reservado',
  ligar: 'Ligar', ligarRotulo: 'Ligar o posto {id}', ligarFeito: 'Posto {id} ligado.', terminarManutencao: 'Terminar', terminarManutencaoRotulo: 'Terminar a manutenção do posto {id}',
  desmarcar: 'Desmarcar', desmarcarRotulo: 'Desmarcar a manutenção do posto {id} de {inicio}', desmarcarFeito: 'A manutenção do posto {id} foi desmarcada.',
  desligar: 'Desligar', desligarTitulo: 'Desligar o posto {id}?', desligarTexto: 'Ninguém mais o reserva até que seja ligado. As reservas que há não são canceladas; os motoristas são avisados.',
  desligarAtinge: 'Reservas cujos motoristas seriam avisados: {n}.', desligarFeito: 'Posto {id} desligado.',
  marcarManutencao: 'Marcar manutenção', desdeQuando: 'Desde (vazio: agora)', manutencaoMarcada: 'Manutenção do posto {id} marcada para {inicio}; reservas canceladas: {n}.',
  comecarCarga: 'Começar um carregamento', comecarTexto: 'De um carro que não reservou. O de quem reservou começa na lista das reservas.', comecar: 'Começar',
  postoLivre: '{id} · {nome}, {cidade} (livre agora)', postoNaoLivre: '{id} · {nome}, {cidade}',
  exportarCargas: 'Baixar CSV de um período', exportarTitulo: 'Carregamentos de um período', exportarTexto: 'Os que terminaram nesses dias, para o faturamento.',
  deDia: 'Do dia', ateDia: 'Até o dia', baixarCsv: 'Baixar CSV', nenhumNoPeriodo: 'Nenhum carregamento terminou nesses dias.',
  exportado: 'No arquivo: {n} carregamentos, {kwh} kWh, {total}.', exportarDemais: 'São mais de {n}: escolha um período mais curto.',
  manutencaoTitulo: 'Pôr em manutenção?', manutencaoTexto: 'Posto {id}, {nome}. As reservas que ainda esperam pelo carro nesse tempo são canceladas, e os motoristas avisados.',
  ate: 'Até (vazio: até que se diga o contrário)', porEmManutencao: 'Pôr em manutenção',
  manutencaoAtinge: 'Reservas que seriam canceladas: {n}.',
  manutencaoFeita: 'Posto {id} em manutenção; reservas canceladas: {n}.', manutencaoFim: 'Posto {id} de volta ao serviço.',
  entrarTitulo: 'Entrar como operador', entrarTexto: 'A senha fica só nesta página, enquanto ela está aberta.', usuario: 'Usuário', senha: 'Senha',
  quemEntrou: '{usuario}, {papel}', papel_ver: 'só lê', papel_operar: 'opera', papel_administrar: 'administra',
  soLeitura: 'Você entrou só para ver: o que muda algo não aparece aqui. Quem administra o servidor pode dar outro papel.',
  saiu: 'Você saiu; a senha foi esquecida.', entrou: 'Você entrou como {usuario}.',
  senhaErrada: 'Usuário ou senha não conferem. Se o servidor foi iniciado sem RECARGA_OPERADOR_SENHA, ninguém entra.',
  senhaMudou: 'O servidor não aceita mais esta senha. Entre de novo.',
  trancadoCarregamentos: 'Quem carrega, e quanto, só o operador vê.', procurarCargaDica: 'Placa ou posto',
  legendaCarregamentos: 'Carregamentos do dia escolhido', nenhumCarregamento: 'Nenhum carregamento assim neste dia.',
  resumoCarregamentos: 'Em curso: {curso} · passaram do horário: {atrasados} · terminados: {terminados}',
  atrasado: 'Passou do horário', carregandoAgora: 'Carregando', terminado: 'Terminado',
  atrasadoDesde: 'Passou do horário ({hora})', carregandoAgoraDesde: 'Carregando, até {hora}', semReservaDesde: 'Carregando, no máximo até {hora}',
  explicaPrazo: 'No máximo até: de quem não reservou não se sabe quando sai. É o limite do servidor para a carga ou, se vem antes, o começo da próxima reserva do posto; nada interrompe a carga, mas desde então ela passou do horário.',
  aindaCarrega: 'No posto ainda carrega {placa}', aindaCarregaSemReserva: 'No posto carrega {placa}, sem reserva: veja se sai antes', terminadoDesde: 'Terminado',
  semReserva: 'sem reserva', energiaDesconhecida: 'não se sabe', terminarCarga: 'Terminar', corrigir: 'Corrigir', historicoCarga: 'Histórico',
  terminarCargaRotulo: 'Terminar o carregamento de {placa}', corrigirRotulo: 'Corrigir o carregamento de {placa}', historicoCargaRotulo: 'Histórico do carregamento de {placa}',
  terminarSemEnergia: 'Carregamento de {placa} terminado; a energia fica por dizer.', espera: 'o carro espera desde {hora}',
  corrigirTitulo: 'Corrigir o carregamento', energiaCerta: 'Energia certa (kWh)', motivoCorrecao: 'Motivo (fica no histórico)',
  corrigirFeito: 'Carregamento de {placa} corrigido: {custo}.', historicoCargaTitulo: 'Histórico do carregamento', pelo: 'pelo {por}',
  energiaDemais: 'É mais do que o posto entrega nesse tempo, ou do que cabe na bateria. Se é isso mesmo, confirme outra vez.',
  legendaMapa_dia: 'Quanto de cada hora cada posto esteve ou está reservado ou carregando, em %', todo_dia: 'Dia',
  legendaMapa_semana: 'Quanto de cada dia cada posto esteve ou está reservado ou carregando, em %', todo_semana: 'Semana',
  periodo: 'Período', periodo_dia: 'Um dia, por hora', periodo_semana: 'Uma semana, por dia',
  semanaAntes: 'Semana anterior', semanaDepois: 'Semana seguinte',
  taxa: 'Ocupação', horas: 'Horas reservadas', carregamentos: 'Carregamentos', energiaTotal: 'Energia', receita: 'Receita', reservasTotal: 'Reservas', foraDaConta: 'canceladas {canceladas} · expiradas {expiradas}',
  emPalavras_dia: 'Hora mais cheia: {parte}, com {taxa} dos postos. Posto mais usado: {posto}, {uso} do dia.', vazioEmPalavras_dia: 'Nada reservado nem carregado neste dia.',
  emPalavras_semana: 'Dia mais cheio: {parte}, com {taxa} dos postos. Posto mais usado: {posto}, {uso} da semana.', vazioEmPalavras_semana: 'Nada reservado nem carregado nesta semana.',
  fusoNomeado: '{texto} ({fuso})', carregando: 'Carregando…',
  obrigatorio: 'Preencha este campo.', numeroInvalido: 'Escreva um número de 0 a 1000.', ordemInvalida: 'O fim deve ser depois do início.',
  SEM_REDE: 'O servidor não respondeu. Veja se ele está no ar e tente de novo.',
  SEM_PAPEL: 'Seu papel não permite isto.', DADOS_INVALIDOS: 'Há o que corrigir no que foi preenchido.',
  ERRO_INTERNO: 'O servidor falhou. Tente de novo; se continuar, veja o log dele.',
};

const EN = {
  titulo: 'Operator · Recarga', pular: 'Skip to content', operador: 'operator', vistas: 'Views',
  postos: 'Points', reservas: 'Reservations', ocupacao: 'Occupancy', outroIdioma: 'Português', siglaDoOutro: 'PT',
  temaClaro: 'Use the light theme', temaEscuro: 'Use the dark theme', entrar: 'Sign in', sair: 'Sign out', api: 'The API of this server',
  vivo: 'Live', semBroker: 'No broker', semResposta: 'No answer', aoLigar: 'Connecting…',
  semServidor: 'The server has not answered since {hora}. What you see is from before; the page tries again every 5 seconds.',
  nunca: 'The server does not answer. The page tries again every 5 seconds.',
  atualizado: 'Updated at {hora}',
  filtrarEstado: 'Filter by state', filtrarPostos: 'Filter points', procurar: 'Search', procurarDica: 'Name, city or number',
  procurarReservaDica: 'Plate, point or number', conector: 'Connector', todos: 'All', todas: 'All', ordenar: 'Sort by',
  legendaPostos: 'Points of this server and their state', nenhumPosto: 'No such point.', maisPostos: 'Show more', postosVistos: '{vistos} of {todos} points',
  livre: 'Free', ocupado: 'Occupied', indisponivel: 'Unavailable', manutencao: 'Maintenance',
  filtroTodos: 'All', filtroLivre: 'Free', filtroOcupado: 'Occupied', filtroIndisponivel: 'Unavailable', filtroManutencao: 'Maintenance',
  numero: 'No.', nome: 'Name', cidade: 'City', potencia: 'Power', preco: 'Price', estado: 'State', proxima: 'Next gap',
  agora: 'now', agoraAte: 'now, until {fim}', desde: 'from {inicio}', entre: '{inicio} to {fim}', semFolga: 'none in 7 days',
  emManutencao: 'Maintenance', interruptor: 'Maintenance of point {id}, {nome}', ligado: 'Yes', desligado: 'No',
  trancadoReservas: 'Reservations are personal: only the operator sees them.', trancadoOcupacao: 'Business figures are for the operator only.',
  dia: 'Day', diaAntes: 'Previous day', diaDepois: 'Next day', hoje: 'Today', situacao: 'State',
  legendaReservas: 'Reservations of the chosen day', nenhumaReserva: 'No such reservation on this day.',
  mostrarDeAntes: 'Show the {n} that have passed', esconderDeAntes: 'Hide the {n} that have passed',
  resumoReservas: '{mostradas} of {total} reservations of today', resumoReservasDoDia: '{mostradas} of {total} reservations of another day: {dia}', muitas: 'Too many for one page: the latest {n} are shown.',
  horario: 'Time', posto: 'Point', placa: 'Plate', acoes: 'Actions', daViagem: 'stop of a trip',
  PRE_RESERVADA: 'Held', CONFIRMADA: 'Confirmed', EM_ANDAMENTO: 'Charging', CONCLUIDA: 'Completed', CANCELADA: 'Cancelled', EXPIRADA: 'Expired',
  chegou: 'Arrived', terminar: 'Finish', mudar: 'Move', cancelar: 'Cancel', historico: 'History', fechar: 'Close', voltar: 'Back',
  chegouRotulo: 'Car {placa} has arrived', terminarRotulo: 'Finish charging {placa}', mudarRotulo: 'Move the reservation of {placa}',
  cancelarRotulo: 'Cancel the reservation of {placa}', historicoRotulo: 'History of the reservation of {placa}',
  chegouFeito: '{placa} is charging at point {posto}.', terminarTitulo: 'Finish charging', terminarTexto: '{placa} at point {posto}, {nome}.',
  jaTerminou: 'The charge of {placa} at point {posto} was over already.',
  energia: 'Energy delivered (kWh); empty: unknown', terminarFeito: 'Charge of {placa} finished: {custo}.',
  mudarTitulo: 'Move the reservation', mudarTexto: '{placa} at point {posto}, {nome}. If the new time is taken, nothing changes.',
  inicio: 'Start', fim: 'End', mudarFeito: 'Reservation of {placa}: now {inicio} to {fim}.',
  trocarPosto: 'Other point', trocarPostoRotulo: 'Give the reservation of {placa} another point', trocarPostoTitulo: 'Give it the point beside',
  trocarPostoTexto: 'The reservation of {placa} is for point {posto}, {nome}, {inicio} to {fim}. Time and price stay the same; the driver is told.',
  novoPostoDaReserva: 'New point', trocarPostoFeito: 'The reservation of {placa} has point {posto} now.', nenhumAoLado: 'There is no other point at the same place as {posto}, with the same plug and at least the same power.',
  trocarPostoSim: 'Give it this point', postoLivreNaJanela: '{id} · {nome}, {cidade} (free at the time of the reservation)', postoTomadoNaJanela: '{id} · {nome}, {cidade} (not free at the time of the reservation)',
  cancelarTitulo: 'Cancel the reservation?', cancelarSim: 'Cancel the reservation', cancelarTexto: '{placa} at point {posto}, {nome}, {inicio} to {fim}. The driver is told.',
  motivo: 'Reason (the driver reads it)', cancelarFeito: 'Reservation of {placa} cancelled.',
  historicoTitulo: 'History of the reservation', historicoLinha: '{para}, by the {por}', historicoMudou: 'change, by the {por}',
  MOTORISTA: 'driver', OPERADOR: 'operator', SISTEMA: 'system',
  novoPosto: 'New point', importarPostos: 'Import CSV', baixarPostos: 'Download CSV', fora: 'Out of service', gerir: 'Manage', gerirRotulo: 'Manage point {id}, {nome}',
  numeroDoPosto: 'Number (empty: the server chooses)', uf: 'State (two letters)', localizacao: 'Place', localizacaoDica: 'Latitude and longitude in degrees, as -12.2888,-38.9604',
  potenciaKw: 'Power (kW)', precoKwh: 'Price (R$/kWh)', criar: 'Create', gravar: 'Save', postoCriado: 'Point {id}, {nome}, created.',
  mudarPosto: 'Change data and price', mudarPostoTitulo: 'Change point {id}', mudarPostoTexto: 'Whoever has reserved pays the price that was agreed.', postoMudado: 'Point {id}, {nome}, changed.',
  mudarPostoAtinge: 'Reservations whose drivers would be told that the point is not the same any more: {n}. If it is right, save once more.',
  numeroEsperado: 'must be a number, as 22.5', haErros: 'There is something to correct.',
  importarTitulo: 'Import points from a CSV', importarTexto: 'Creates the points that are missing, changes those that differ and leaves the others. You see first what would change. The columns are those of the file of Download CSV.',
  arquivoCsv: 'CSV file', escolherOutraVez: 'The file has changed or could not be read. Choose the file again.', importarParcial: 'Import the good lines although others are not', conferir: 'Check', importar: 'Import',
  importaria: 'New: {inseridos} · changed: {alterados} · the same: {inalterados} · reservations whose drivers would be told: {afetadas}',
  importado: 'Imported. New: {inseridos} · changed: {alterados} · the same: {inalterados}.', importarErros: 'Lines with errors: {linhas} · errors: {n}', linhaDoArquivo: 'line {linha}', importadoSem: 'Lines left out: {n} ({quais}).', importarAvisos: 'Doubtful: {n}',
  importarComErros: 'Correct the file, or choose to import the good lines only.',
  foraTitulo: 'Out of service, now and later', nadaFora: 'No point is out of service, or will be.', semFim: 'further notice',
  foraDesligado: '{id} · {nome}: switched off, until it is switched on', foraManutencao: '{id} · {nome}: in maintenance now, from {inicio} until {fim}. {motivo}', foraMarcada: '{id} · {nome}: maintenance planned, from {inicio} until {fim}. {motivo}',
  foraTexto: 'In maintenance: nobody charges or reserves in that time, and its reservations are cancelled. Planned: the same, later; until then the point serves. Switched off: nobody reserves until it is switched on; what is reserved stays.',
  marcarDica: 'Now or later: cancels the reservations of that time; before and after it the point serves.', desligarDica: 'Nobody reserves until it is switched on; what is reserved stays.',
  ocupadoCarregando: 'Occupied: charging', ocupadoReservado: 'Occupied: reserved',
  ligar: 'Switch on', ligarRotulo: 'Switch on point {id}', ligarFeito: 'Point {id} is switched on.', terminarManutencao: 'End', terminarManutencaoRotulo: 'End the maintenance of point {id}',
  desmarcar: 'Call off', desmarcarRotulo: 'Call off the maintenance of point {id} of {inicio}', desmarcarFeito: 'The maintenance of point {id} was called off.',
  desligar: 'Switch off', desligarTitulo: 'Switch off point {id}?', desligarTexto: 'Nobody reserves it any more until it is switched on. What is reserved is not cancelled; the drivers are told.',
  desligarAtinge: 'Reservations whose drivers would be told: {n}.', desligarFeito: 'Point {id} is switched off.',
  marcarManutencao: 'Plan maintenance', desdeQuando: 'From (empty: now)', manutencaoMarcada: 'Maintenance of point {id} planned for {inicio}; reservations cancelled: {n}.',
  comecarCarga: 'Begin a charge', comecarTexto: 'Of a car that has not reserved. That of one that has begins in the list of reservations.', comecar: 'Begin',
  postoLivre: '{id} · {nome}, {cidade} (free now)', postoNaoLivre: '{id} · {nome}, {cidade}',
  exportarCargas: 'Download CSV of a period', exportarTitulo: 'Charges of a period', exportarTexto: 'Those that ended on these days, for billing.',
  deDia: 'From the day', ateDia: 'Until the day', baixarCsv: 'Download CSV', nenhumNoPeriodo: 'No charge ended on these days.',
  exportado: 'In the file: {n} charges, {kwh} kWh, {total}.', exportarDemais: 'There are more than {n}: choose a shorter period.',
  manutencaoTitulo: 'Put into maintenance?', manutencaoTexto: 'Point {id}, {nome}. Reservations that still wait for their car in that time are cancelled, and their drivers told.',
  ate: 'Until (empty: until further notice)', porEmManutencao: 'Put into maintenance',
  manutencaoAtinge: 'Reservations that would be cancelled: {n}.',
  manutencaoFeita: 'Point {id} is in maintenance; reservations cancelled: {n}.', manutencaoFim: 'Point {id} is back in service.',
  entrarTitulo: 'Sign in as operator', entrarTexto: 'The password stays in this page only, and for as long as it is open.', usuario: 'User', senha: 'Password',
  quemEntrou: '{usuario}, {papel}', papel_ver: 'reads only', papel_operar: 'operates', papel_administrar: 'administers',
  soLeitura: 'You are signed in to look only: what changes something is not shown. Whoever runs the server can give you another role.',
  saiu: 'You have signed out; the password is forgotten.', entrou: 'You are signed in as {usuario}.',
  senhaErrada: 'User and password do not match. If the server was started without RECARGA_OPERADOR_SENHA, nobody can sign in.',
  senhaMudou: 'The server does not accept this password any more. Sign in again.',
  trancadoCarregamentos: 'Who charges, and how much, only the operator sees.', procurarCargaDica: 'Plate or point',
  legendaCarregamentos: 'Charges of the chosen day', nenhumCarregamento: 'No such charge on this day.',
  resumoCarregamentos: 'Going on: {curso} · overdue: {atrasados} · finished: {terminados}',
  atrasado: 'Overdue', carregandoAgora: 'Charging', terminado: 'Finished',
  atrasadoDesde: 'Overdue since {hora}', carregandoAgoraDesde: 'Charging, until {hora}', semReservaDesde: 'Charging, until {hora} at most',
  explicaPrazo: 'At most: nobody knows when a car without a reservation leaves. It is the longest that the server grants, or the start of the next reservation of the point, if that is sooner; nothing interrupts the charge, but from then on it is overdue.',
  aindaCarrega: '{placa} still charges at the point', aindaCarregaSemReserva: '{placa} charges at the point, without a reservation: see that it leaves before', terminadoDesde: 'Finished',
  semReserva: 'no reservation', energiaDesconhecida: 'unknown', terminarCarga: 'Finish', corrigir: 'Correct', historicoCarga: 'History',
  terminarCargaRotulo: 'Finish charging {placa}', corrigirRotulo: 'Correct the charge of {placa}', historicoCargaRotulo: 'History of the charge of {placa}',
  terminarSemEnergia: 'Charge of {placa} finished; its energy is still to be told.', espera: 'the car waits since {hora}',
  corrigirTitulo: 'Correct the charge', energiaCerta: 'Right energy (kWh)', motivoCorrecao: 'Reason (kept in the history)',
  corrigirFeito: 'Charge of {placa} corrected: {custo}.', historicoCargaTitulo: 'History of the charge', pelo: 'by the {por}',
  energiaDemais: 'That is more than the point delivers in this time, or than the battery takes. If it is right, confirm once more.',
  legendaMapa_dia: 'How much of each hour each point was or is reserved or charging, in %', todo_dia: 'Day',
  legendaMapa_semana: 'How much of each day each point was or is reserved or charging, in %', todo_semana: 'Week',
  periodo: 'Period', periodo_dia: 'A day, by the hour', periodo_semana: 'A week, by the day',
  semanaAntes: 'Previous week', semanaDepois: 'Next week',
  taxa: 'Occupancy', horas: 'Hours reserved', carregamentos: 'Charges', energiaTotal: 'Energy', receita: 'Revenue', reservasTotal: 'Reservations', foraDaConta: 'cancelled {canceladas} · expired {expiradas}',
  emPalavras_dia: 'Fullest hour: {parte}, with {taxa} of the points. Most used point: {posto}, {uso} of the day.', vazioEmPalavras_dia: 'Nothing reserved or charged on this day.',
  emPalavras_semana: 'Fullest day: {parte}, with {taxa} of the points. Most used point: {posto}, {uso} of the week.', vazioEmPalavras_semana: 'Nothing reserved or charged in this week.',
  fusoNomeado: '{texto} ({fuso})', carregando: 'Loading…',
  obrigatorio: 'Fill in this field.', numeroInvalido: 'Write a number from 0 to 1000.', ordemInvalida: 'The end must be after the start.',
  SEM_REDE: 'The server did not answer. See whether it is running, and try again.',
  ERRO_INTERNO: 'The server failed. Try again; if it goes on, look at its log.',
  SEM_PAPEL: 'Your role does not allow this.', POSTO_JA_EXISTE: 'There is a point with this number already.', DADOS_INVALIDOS: 'Something is not right in what was entered.', POSTO_INEXISTENTE: 'There is no such point any more.',
  RESERVA_INEXISTENTE: 'There is no such reservation any more.', CARREGAMENTO_INEXISTENTE: 'There is no such charge any more.',
  POSTO_OCUPADO: 'The point is taken at that time. Choose another one.', POSTO_EM_MANUTENCAO: 'The point is in maintenance at that time.',
  CARRO_JA_RESERVADO: 'The car has another reservation at that time, or charges at another point.', RESERVA_EXPIRADA: 'The reservation has lapsed.',
  TRANSICAO_INVALIDA: 'The reservation is not in a state in which this is possible; it may be too early, or somebody was faster.',
  LIMITE_EXCEDIDO: 'Too much at once. Try again in a moment.', SERVIDOR_INDISPONIVEL: 'The server cannot do this now. Try again in a moment.',
};

const TEXTOS = { 'pt-BR': PT, en: EN };

let idioma = inicial();

function inicial() {
  try {
    const guardado = JSON.parse(localStorage.getItem(CHAVE));
    if (guardado in TEXTOS) {
      return guardado;
    }
  } catch (semArmazenamento) {
    // as if nothing had been chosen
  }
  return navigator.language.startsWith('en') ? 'en' : 'pt-BR';
}

export function lingua() {
  return idioma;
}

export function trocarIdioma() {
  idioma = idioma === 'en' ? 'pt-BR' : 'en';
  try {
    localStorage.setItem(CHAVE, JSON.stringify(idioma));
  } catch (semArmazenamento) {
    // then it lasts as long as the page
  }
}

/** A text, its {names} replaced by values. */
export function t(chave, valores = {}) {
  return (TEXTOS[idioma][chave] ?? chave).replace(/\{(\w+)\}/g, (tudo, nome) => valores[nome] ?? tudo);
}

/** The operator that there is as long as nobody has a name of his own. */
export const SEM_NOME = 'operador';

/** Who has made a change; of the operators also which, where that is known. */
export function quemFez({ por, operador }) {
  const papel = t(por.toUpperCase());
  return operador && operador !== SEM_NOME ? `${papel} ${operador}` : papel;
}

export function temTexto(chave) {
  return chave in TEXTOS[idioma];
}

/** Gives everything of the page that never changes but for the language its text. */
export function escreverTextos() {
  document.documentElement.lang = idioma;
  document.title = t('titulo');
  for (const no of document.querySelectorAll('[data-t]')) {
    no.textContent = t(no.dataset.t);
  }
  for (const no of document.querySelectorAll('[data-t-rotulo]')) {
    no.setAttribute('aria-label', t(no.dataset.tRotulo));
  }
  for (const no of document.querySelectorAll('[data-t-dica]')) {
    no.placeholder = t(no.dataset.tDica);
  }
}
