-- Connectors have one spelling. What operators wrote before in another one of the same plug is written so; what names no plug
-- that is known stays as it is, until its operator changes it.
WITH grafias (conector, chave) AS (
    VALUES ('Tipo 1', 'tipo1'), ('Tipo 1', 'type1'), ('Tipo 1', 't1'), ('Tipo 1', 'j1772'), ('Tipo 1', 'saej1772'),
           ('Tipo 1', 'yazaki'), ('Tipo 1', 'iec62196t1'), ('Tipo 1', 'iec621962t1'),
           ('Tipo 2', 'tipo2'), ('Tipo 2', 'type2'), ('Tipo 2', 't2'), ('Tipo 2', 'mennekes'),
           ('Tipo 2', 'type2mennekes'), ('Tipo 2', 'mennekestype2'), ('Tipo 2', 'tipo2mennekes'),
           ('Tipo 2', 'iec62196t2'), ('Tipo 2', 'iec621962t2'),
           ('CCS1', 'ccs1'), ('CCS1', 'combo1'), ('CCS1', 'ccscombo1'), ('CCS1', 'ccstipo1'), ('CCS1', 'ccstype1'),
           ('CCS1', 'combotipo1'), ('CCS1', 'iec62196t1combo'),
           ('CCS2', 'ccs2'), ('CCS2', 'ccs'), ('CCS2', 'combo'), ('CCS2', 'ccscombo'), ('CCS2', 'combo2'),
           ('CCS2', 'ccscombo2'), ('CCS2', 'ccstipo2'), ('CCS2', 'ccstype2'), ('CCS2', 'combotipo2'),
           ('CCS2', 'iec62196t2combo'),
           ('CHAdeMO', 'chademo'),
           ('GB/T', 'gbt'), ('GB/T', 'gbtdc'), ('GB/T', 'gbtac'), ('GB/T', 'gbt20234')
)
UPDATE postos
   SET tipo_conector = grafias.conector
  FROM grafias
 WHERE grafias.chave = lower(replace(replace(replace(replace(replace(replace(replace(replace(
           postos.tipo_conector, ' ', ''), '-', ''), '_', ''), '/', ''), '.', ''), ',', ''), '(', ''), ')', ''))
   AND postos.tipo_conector <> grafias.conector;
